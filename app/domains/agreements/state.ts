/**
 * An agreement on its way. What depends on the calendar (in force, ended) is computed from the dates of a concluded one
 * and never stored.
 */
export const storedStates = ["draft", "presented", "frozen", "concluded"] as const;
export type StoredState = (typeof storedStates)[number];
export type AgreementState =
	| StoredState
	| "in-approval"
	| "not-approved"
	| "in-force"
	| "ended"
	| "superseded"
	| "terminated";

export type Step =
	| "edit"
	| "present"
	| "take-back"
	| "freeze"
	| "sign"
	| "refuse"
	| "withdraw"
	| "lapse"
	| "conclude"
	| "publish";

/** Every allowed step; anything else is refused, whatever door it comes through. */
const steps: Readonly<Record<Step, { from: readonly StoredState[]; to: StoredState | null }>> = {
	edit: { from: ["draft", "presented"], to: null },
	present: { from: ["draft"], to: "presented" },
	"take-back": { from: ["presented"], to: "draft" },
	freeze: { from: ["presented"], to: "frozen" },
	sign: { from: ["frozen"], to: null },
	refuse: { from: ["frozen"], to: "presented" },
	withdraw: { from: ["frozen"], to: "presented" },
	lapse: { from: ["frozen"], to: "presented" },
	conclude: { from: ["frozen"], to: "concluded" },
	publish: { from: ["concluded"], to: null },
};

/** Whether the step may be taken in this state. */
export function mayStep(state: StoredState, step: Step): boolean {
	return steps[step].from.includes(state);
}

/** The state after a step, the same one where the step changes none. */
export function after(state: StoredState, step: Step): StoredState {
	return steps[step].to ?? state;
}

/** Days as `YYYY-MM-DD`: they compare like dates. */
type Dates = {
	state: StoredState;
	inForceFrom: string | null;
	endsOn: string | null;
	/** The supervisory authority has refused its approval. */
	disapproved?: boolean;
	/** First day of the amendment that takes its place. */
	supersededFrom?: string | null;
	/** First day after a notice that arrived. */
	terminatedFrom?: string | null;
};

/**
 * The state as it counts on a day: a concluded agreement is in force from its first day until (not including) its end, the
 * day of notice or the first day of its amendment, whichever comes first; of two on one day the amendment counts.
 * Without a first day it waits for the supervisory authority, or never comes into force because that has refused.
 * @param day the calendar day in Germany
 */
export function stateOn({ state, inForceFrom, disapproved = false, ...ends }: Dates, day: string): AgreementState {
	if (state === "concluded" && inForceFrom === null) return disapproved ? "not-approved" : "in-approval";
	if (state !== "concluded" || inForceFrom === null || day < inForceFrom) return state;
	const reasons = [
		{ state: "superseded", from: ends.supersededFrom ?? null },
		{ state: "terminated", from: ends.terminatedFrom ?? null },
		{ state: "ended", from: ends.endsOn },
	] as const;
	const [first] = reasons
		.flatMap((reason) =>
			reason.from !== null && reason.from <= day ? [{ state: reason.state, from: reason.from }] : [],
		)
		.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
	return first?.state ?? "in-force";
}

/** The first day of force: as agreed, but never before everybody has signed. */
export function firstDayOfForce(agreed: string, concludedOn: string): string {
	return agreed > concludedOn ? agreed : concludedOn;
}
