/** What a body did with what lay before it; "partial" is adoption "ohne Ziffer n". */
export const outcomes = ["adopted", "amended", "partial", "refused", "postponed", "noted"] as const;
export type ResolutionOutcome = (typeof outcomes)[number];

/** What an adopted resolution does: binds the administration, gives it an order, declares an intention. */
export const effects = ["binds", "instructs", "intends"] as const;
export type Effect = (typeof effects)[number];

/** Whether the money is there; "unfunded" is "beschlossen, aber nicht finanziert", "free" costs nothing. */
export const fundings = ["funded", "partly", "unfunded", "free"] as const;
export type Funding = (typeof fundings)[number];

/** "begins": with it something starts, so that there was nothing yet that it could follow. */
export const deviations = ["follows", "deviates", "begins"] as const;
export type Deviation = (typeof deviations)[number];

export const linkStates = ["unchecked", "ok", "gone", "changed"] as const;
export type LinkState = (typeof linkStates)[number];

/** Votes as the minutes have them: counted, unanimous without figures, or not told. */
export type Votes = { for: number; against: number; abstentions: number } | "unanimous" | null;

/** Whether something was adopted, in whole or in part. */
export function isAdopted(outcome: ResolutionOutcome): boolean {
	return outcome === "adopted" || outcome === "amended" || outcome === "partial";
}

/** What the rules look at; texts are trimmed. */
export type Told = {
	outcome: ResolutionOutcome;
	exceptItems: string;
	effect: Effect | null;
	funding: Funding | null;
	votes: Votes;
	deviation: Deviation | null;
	deviationReason: string;
};

export type ResolutionProblem =
	| "except-items-missing"
	| "except-items-without-partial"
	| "effect-missing"
	| "effect-without-adoption"
	| "funding-without-adoption"
	| "votes-contradict"
	| "deviation-reason-missing"
	| "reason-without-deviation";

/**
 * What does not fit together in a resolution, with the field to mend. Adopted without a majority of those who voted yes or
 * no is a slip of the pen (§ 40 (1) GemO Rhineland-Palatinate: a tie is a refusal); a refusal may have had a majority where
 * the law wants a larger one.
 */
export function problemsOf(told: Told): { code: ResolutionProblem; field: string }[] {
	const adopted = isAdopted(told.outcome);
	const counted = told.votes !== null && told.votes !== "unanimous" ? told.votes : null;
	const checks: [ResolutionProblem, string, boolean][] = [
		["except-items-missing", "exceptItems", told.outcome === "partial" && told.exceptItems === ""],
		["except-items-without-partial", "exceptItems", told.outcome !== "partial" && told.exceptItems !== ""],
		["effect-missing", "effect", adopted && told.effect === null],
		["effect-without-adoption", "effect", !adopted && told.effect !== null],
		["funding-without-adoption", "funding", !adopted && told.funding !== null],
		["votes-contradict", "votesFor", adopted && counted !== null && counted.for <= counted.against],
		["deviation-reason-missing", "deviationReason", told.deviation === "deviates" && told.deviationReason === ""],
		["reason-without-deviation", "deviationReason", told.deviation !== "deviates" && told.deviationReason !== ""],
	];
	return checks.flatMap(([code, field, wrong]) => (wrong ? [{ code, field }] : []));
}

/** A word stored for one of these lists; the database checks it, so anything else is a broken house. */
export function storedWord<Word extends string>(words: readonly Word[], stored: string): Word {
	const found = words.find((word) => word === stored);
	if (!found) throw new Error(`no word of ${words.join(", ")} is ${stored}`);
	return found;
}
