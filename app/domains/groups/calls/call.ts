/** pending: address not confirmed; applied: takes part; listed: drawn behind the seats; lapsed: did not answer in time. */
export const applicationStates = [
	"pending",
	"applied",
	"listed",
	"offered",
	"seated",
	"declined",
	"lapsed",
	"withdrawn",
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** How an application came; the staff enters what did not come online. */
export const enteredWays = ["phone", "paper"] as const;
export type EnteredWay = (typeof enteredWays)[number];

export const callLimits = {
	textLeast: 20,
	textMost: 3000,
	aboutMost: 1000,
	nameMost: 80,
	strataMost: 8,
	daysMost: 60,
	/** How long a guest has to confirm; when personal data of those without a seat go. */
	confirmHours: 48,
	keptDays: 365,
} as const;

type Timed = { closesAt: Date; drawnAt: Date | null; cancelledAt: Date | null };
export type CallState = "open" | "closed" | "drawn" | "cancelled";

export function stateOf({ closesAt, drawnAt, cancelledAt }: Timed, now: Date): CallState {
	if (cancelledAt) return "cancelled";
	if (drawnAt) return "drawn";
	return now < closesAt ? "open" : "closed";
}

export type ApplicationAct = "confirm" | "accept" | "decline" | "withdraw";

const possible = {
	pending: ["confirm", "withdraw"],
	applied: ["withdraw"],
	listed: ["withdraw"],
	offered: ["accept", "decline"],
	seated: [],
	declined: [],
	lapsed: [],
	withdrawn: [],
} as const satisfies Record<ApplicationState, readonly ApplicationAct[]>;

/** The table of what may happen to an application in which state. */
export function mayHappen(state: ApplicationState, act: ApplicationAct): boolean {
	return (possible[state] as readonly ApplicationAct[]).includes(act);
}

/** A stored state; anything else is a broken house. */
export function applicationState(stored: string): ApplicationState {
	const state = applicationStates.find((known) => known === stored);
	if (!state) throw new Error(`an application is ${stored}`);
	return state;
}

/** "Ortsteil A: 2" by line: label and kept seats; null when a line is none. */
export function readStrata(text: string): { label: string; seats: number }[] | null {
	const lines = text
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);
	const strata = lines.map((line) => {
		const [, label, seats] = /^(.{1,80}?)\s*:\s*(\d{1,2})$/.exec(line) ?? [];
		return label && seats ? { label, seats: Number(seats) } : null;
	});
	const whole = strata.filter((stratum) => stratum !== null);
	const labels = new Set(whole.map(({ label }) => label));
	return whole.length === lines.length && labels.size === whole.length && whole.length <= callLimits.strataMost
		? whole
		: null;
}
