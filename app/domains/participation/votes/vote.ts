import { answers, type VoteMethod, type VoteRule } from "~/domains/counting";
import type { Choice } from "../ballots/ballot";

export const voteKinds = ["yes-no", "choose", "ranking", "points", "resistance"] as const satisfies VoteMethod[];
export type VoteKind = (typeof voteKinds)[number];

/** What it means not to give an option a place. */
export const unrankedMeanings = ["last", "no-judgement"] as const;
export type RuleChoice = { unranked: (typeof unrankedMeanings)[number] };

/** The strongest resistance on a ballot. */
export const highestResistance = 10;
/** How many options a ballot can show. */
export const mostOptionsShown = 30;

/** How one votes; `most` options or `points` per ballot where the kind asks for them. */
export type VoteSettings = { kind: VoteKind; mostOptions: number | null; pointsPerVoter: number | null };

/** What the settings need and lack: codes of the fields. */
export function lacking({ kind, mostOptions, pointsPerVoter }: VoteSettings): "most-missing" | "points-missing" | null {
	if (kind === "choose" && !mostOptions) return "most-missing";
	return kind === "points" && !pointsPerVoter ? "points-missing" : null;
}

type Option = { number: number; passive: boolean };

/** The fewest options a kind makes sense with; a vote by yes and no may have one. */
export function fewestOptions(kind: VoteKind): number {
	return kind === "yes-no" ? 1 : 2;
}

/** The whole rule as counting wants it, with the drawn lot. */
export function ruleFrom(
	{ kind, mostOptions, pointsPerVoter }: VoteSettings,
	{ unranked }: RuleChoice,
	options: readonly Option[],
	lot: string[],
): VoteRule {
	switch (kind) {
		case "yes-no":
			return { method: kind, lot };
		case "choose":
			return { method: kind, most: mostOptions ?? 1, lot };
		case "ranking":
			return { method: kind, unranked, lot };
		case "points":
			return { method: kind, perVoter: pointsPerVoter ?? 1, lot };
		case "resistance": {
			const passive = options.find((option) => option.passive);
			if (!passive) throw new Error("a vote by resistance without the passive solution");
			return { method: kind, highest: highestResistance, passive: String(passive.number), lot };
		}
	}
}

export type BallotProblem =
	| { code: "ballot-empty" | "option-unknown" }
	| { code: "too-many-options"; values: { most: number; given: number } }
	| { code: "too-many-points"; values: { most: number; given: number } }
	| { code: "not-all-rated"; values: { missing: number } };

/**
 * Why a ballot may not be cast; empty when it may.
 * @param numbers the numbers on the ballot
 */
export function ballotProblems(settings: VoteSettings, numbers: readonly string[], choice: Choice): BallotProblem[] {
	const entries = Object.entries(choice);
	const highest = {
		"yes-no": answers.abstain,
		choose: 1,
		ranking: numbers.length,
		points: settings.pointsPerVoter ?? 0,
		resistance: highestResistance,
	}[settings.kind];
	const lowest = settings.kind === "resistance" ? 0 : 1;
	const fits = (value: number) => Number.isSafeInteger(value) && value >= lowest && value <= highest;
	const problems: BallotProblem[] = [];
	if (entries.length === 0) return [{ code: "ballot-empty" }];
	const given = entries.reduce((sum, [, value]) => sum + value, 0);
	if (settings.kind === "points" && given > highest) {
		problems.push({ code: "too-many-points", values: { most: highest, given } });
	} else if (entries.some(([number, value]) => !numbers.includes(number) || !fits(value))) {
		problems.push({ code: "option-unknown" });
	}
	const most = settings.mostOptions ?? 1;
	if (settings.kind === "choose" && entries.length > most) {
		problems.push({ code: "too-many-options", values: { most, given: entries.length } });
	}
	const missing = numbers.filter((number) => choice[number] === undefined).length;
	if (settings.kind === "resistance" && missing > 0) {
		problems.push({ code: "not-all-rated", values: { missing } });
	}
	return problems;
}
