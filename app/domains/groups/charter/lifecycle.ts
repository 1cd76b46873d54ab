export const groupStates = ["draft", "constituted", "active", "paused", "concluded", "archived"] as const;
export type GroupState = (typeof groupStates)[number];

export const stepKinds = ["constituted", "paused", "resumed", "concluded", "archived", "reviewed"] as const;
export type StepKind = (typeof stepKinds)[number];

/** What a review of the mandate came to. */
export const reviewOutcomes = ["go-on", "changed", "end"] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

type Life = {
	steps: readonly { kind: string; day: Date; at: Date }[];
	/** First day on which it is no more. */
	validUntil: Date | null;
	/** Day of the first meeting that was held. */
	firstHeldOn: Date | null;
};

/**
 * Where a group stands on a day, computed from what was done: it ends by itself on its last day, and is active from its first
 * held meeting on.
 */
export function stateOn({ steps, validUntil, firstHeldOn }: Life, day: Date): GroupState {
	const done = steps
		.filter((step) => step.day <= day)
		.toSorted((one, other) => one.day.getTime() - other.day.getTime() || one.at.getTime() - other.at.getTime());
	const has = (kind: StepKind) => done.some((step) => step.kind === kind);
	if (has("archived")) return "archived";
	if (validUntil && validUntil <= day) return "concluded";
	if (!has("constituted")) return "draft";
	if (done.findLast(({ kind }) => kind === "paused" || kind === "resumed")?.kind === "paused") return "paused";
	return firstHeldOn && firstHeldOn <= day ? "active" : "constituted";
}

export type LifeAct = "constitute" | "pause" | "resume" | "conclude" | "archive" | "review";

const possible = {
	draft: ["constitute", "conclude"],
	constituted: ["pause", "conclude", "review"],
	active: ["pause", "conclude", "review"],
	paused: ["resume", "conclude", "review"],
	concluded: ["archive"],
	archived: [],
} as const satisfies Record<GroupState, readonly LifeAct[]>;

/** The table of what may be done in which state. */
export function isPossible(act: LifeAct, state: GroupState): boolean {
	return (possible[state] as readonly LifeAct[]).includes(act);
}

/** How many days before its last one the members of a group are told that it ends. */
export const toldBeforeDays = 42;

/** A review stays due from its day until it is done; a group that has ended needs none. */
export function isReviewDue(state: GroupState, reviewOn: Date, day: Date): boolean {
	return reviewOn <= day && isPossible("review", state);
}
