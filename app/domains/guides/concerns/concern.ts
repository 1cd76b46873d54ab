import type { Day } from "../plans/coverage-plan";

export const states = ["CAPTURED", "CLARIFIED", "ASSIGNED", "FORWARDED", "EXAMINED", "ANSWERED", "CLOSED"] as const;
export type State = (typeof states)[number];

export const kinds = ["NEED", "WISH", "HINT", "QUESTION", "IDEA"] as const;
export const origins = ["FORM", "OFFICE_DAY", "PHONE", "MAIL", "EVENT", "MUNICIPALITY"] as const;
/** What came of a concern, as its answer says. */
export const outcomes = ["DONE", "PARTLY", "CARRIED", "INFORMED", "DECLINED"] as const;
export type ConcernOutcome = (typeof outcomes)[number];
export const steps = [
	"CLARIFY",
	"REPLY",
	"ASK_BACK",
	"VISIT",
	"EXAMINE",
	"COUNTY",
	"RESULT",
	"WAIT_FOR_ASKER",
] as const;
export type Step = (typeof steps)[number];

export const channels = ["MAIL", "STATUS_PAGE", "PHONE", "LETTER", "IN_PERSON"] as const;
/** Why a concern may end: it was answered, or a report-back is impossible, on the record. */
export const closings = ["ANSWERED", "UNREACHABLE", "ANONYMOUS"] as const;
export type Closing = (typeof closings)[number];

/** Where a concern may go from each state; nothing else is possible, by no door. */
const ways: Record<State, readonly State[]> = {
	CAPTURED: ["CLARIFIED", "ASSIGNED", "CLOSED"],
	CLARIFIED: ["ASSIGNED", "CLOSED"],
	ASSIGNED: ["FORWARDED", "EXAMINED", "ANSWERED", "CLOSED"],
	FORWARDED: ["ASSIGNED", "EXAMINED", "ANSWERED", "CLOSED"],
	EXAMINED: ["ASSIGNED", "FORWARDED", "ANSWERED", "CLOSED"],
	// "not answered" leads back to examining
	ANSWERED: ["EXAMINED", "CLOSED"],
	CLOSED: ["EXAMINED"],
};

export function mayMove(from: State, to: State): boolean {
	return ways[from].includes(to);
}

/** Where staff may take it by saying what comes next (forwarding, answering and closing are acts of their own). */
export function movesOf(from: State): State[] {
	return ways[from].filter((to) => to === "EXAMINED");
}

/** Waits for an act of ours. */
export function isOpen(state: State): boolean {
	return state !== "ANSWERED" && state !== "CLOSED";
}

export type Kept = { state: State; postId: string | null; nextStep: Step | null; nextOn: Day | null };

/**
 * What a concern lacks: past "captured" and until it is closed it has a responsible post, a next step and a date.
 * @returns codes, none when all is there
 */
export function lacks({ state, postId, nextStep, nextOn }: Kept): ("post-missing" | "step-missing" | "date-missing")[] {
	if (state === "CAPTURED" || state === "CLOSED") return [];
	return [
		...(postId === null ? ["post-missing" as const] : []),
		...(nextStep === null ? ["step-missing" as const] : []),
		...(nextOn === null ? ["date-missing" as const] : []),
	];
}

/** No silent end: why a concern cannot be closed so, or null when it can. */
export function closingRefused(
	{ state, reportedBack, hasAsker }: { state: State; reportedBack: boolean; hasAsker: boolean },
	because: Closing,
): "closed-before" | "report-back-missing" | "asker-known" | "asker-reported" | null {
	if (!mayMove(state, "CLOSED")) return "closed-before";
	if (because === "ANSWERED") return reportedBack && state === "ANSWERED" ? null : "report-back-missing";
	if (reportedBack && state === "ANSWERED") return "asker-reported";
	return because === "ANONYMOUS" && hasAsker ? "asker-known" : null;
}

/** Working days that another post has for its answer unless another day is named, and we for passing it on. */
export const forwardedDays = { reply: 10, passOn: 5 };

/**
 * Days from capturing until the asker hears from us, from the answer until it is closed, and until somebody looks after what a
 * concern was carried into.
 */
export const promisedDays = { reply: 14, closing: 14, result: 90 };

/** An asker's address and name are forgotten so many days after closing. */
export const askerDays = 30;

export const limits = {
	textLeast: 10,
	textMost: 4000,
	nameMost: 100,
	answerMost: 6000,
	noteMost: 500,
	summaryMost: 300,
	atOnce: 4,
	bundleMost: 50,
};
