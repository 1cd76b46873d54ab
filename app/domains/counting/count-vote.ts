import { type ConsensusOption, countConsensus } from "./consensus.ts";
import { countSchulze, type Ranking } from "./schulze.ts";
import { answers, type VoteMethod, type VoteRule } from "./vote-rule.ts";

/** Option → figure: an answer, 1 for a tick, points, place from 1, resistance from 0. What is not named has none. */
export type Choice = Readonly<Record<string, number>>;

export type YesNoOption = { option: string; yes: number; no: number; abstain: number; adopted: boolean };
export type SumOption = { option: string; sum: number; ballots: number; tiedWith: string[] };

/**
 * The result with every step, as plain data that can be stored and published. `winners`: the adopted options ("yes-no"), or
 * the first one; nobody wins where nobody voted, or where no option got a tick or a point.
 */
export type VoteCount = { voters: number; winners: string[] } & (
	| { method: "yes-no"; options: YesNoOption[] }
	| { method: "choose" | "points"; options: SumOption[] }
	| {
			method: "ranking";
			options: string[];
			/** options[i] → how many rank it above options[j]; strength of the strongest path between them. */
			preferred: number[][];
			paths: number[][];
			/** From first to last before the lot, and after it. */
			groups: string[][];
			order: string[];
	  }
	| { method: "resistance"; passive: string; highest: number; options: ConsensusOption[] }
);

/**
 * Counts a vote between options. The order of ballots and options changes nothing, except through the published lot.
 * @throws RangeError for what cannot be counted: figures a ballot cannot hold, unknown options, a lot that is not complete
 */
export function countVote(options: readonly string[], rule: VoteRule, ballots: readonly Choice[]): VoteCount {
	if (new Set(options).size !== options.length) throw new RangeError("an option is there twice");
	if (rule.lot.length !== options.length || options.some((option) => !rule.lot.includes(option))) {
		throw new RangeError("the lot has to name each option exactly once");
	}
	for (const ballot of ballots) demandValid(options, rule, ballot);
	const inLot = rule.lot;
	const voters = ballots.length;
	switch (rule.method) {
		case "yes-no": {
			const counted = inLot.toSorted(byNumber).map((option) => yesNo(option, ballots));
			return {
				method: "yes-no",
				voters,
				winners: counted.flatMap(({ option, adopted }) => (adopted ? option : [])),
				options: counted,
			};
		}
		case "choose":
		case "points": {
			const counted = sums(inLot, ballots);
			const [first] = counted;
			return { method: rule.method, voters, winners: first && first.sum > 0 ? [first.option] : [], options: counted };
		}
		case "ranking": {
			const sorted = inLot.toSorted(byNumber);
			const rankings = ballots.map((ballot): Ranking => ({ order: orderOf(ballot), voters: 1 }));
			const { preferred, paths, places: groups } = countSchulze(sorted, rankings, rule.unranked);
			const order = groups.flatMap((group) =>
				group.toSorted((one, other) => inLot.indexOf(one) - inLot.indexOf(other)),
			);
			const winners = voters > 0 ? order.slice(0, 1) : [];
			return { method: "ranking", voters, winners, options: sorted, preferred, paths, groups, order };
		}
		case "resistance": {
			const { passive, highest } = rule;
			const counted = countConsensus({ options, passive, highest, lot: inLot }, ballots);
			const winners = voters > 0 ? counted.slice(0, 1).map(({ option }) => option) : [];
			return { method: "resistance", voters, winners, passive, highest, options: counted };
		}
	}
}

function yesNo(option: string, ballots: readonly Choice[]): YesNoOption {
	const count = (answer: number) => ballots.filter((ballot) => ballot[option] === answer).length;
	const [yes, no] = [count(answers.yes), count(answers.no)];
	return { option, yes, no, abstain: ballots.length - yes - no, adopted: yes > no };
}

function sums(lot: readonly string[], ballots: readonly Choice[]): SumOption[] {
	const counted = lot.map((option) => ({
		option,
		sum: ballots.reduce((sum, ballot) => sum + (ballot[option] ?? 0), 0),
		ballots: ballots.filter((ballot) => ballot[option] !== undefined).length,
	}));
	return counted
		.toSorted((one, other) => other.sum - one.sum)
		.map((one) => ({
			...one,
			tiedWith: counted
				.filter(({ option, sum }) => option !== one.option && sum === one.sum)
				.map(({ option }) => option),
		}));
}

/** Places on a ballot as groups from first to last. */
function orderOf(ballot: Choice): string[][] {
	const places = Map.groupBy(Object.entries(ballot), ([, place]) => place);
	return [...places].sort(([one], [other]) => one - other).map(([, entries]) => entries.map(([option]) => option));
}

function byNumber(one: string, other: string): number {
	return Number(one) - Number(other) || (one < other ? -1 : 1);
}

const fits: Record<VoteMethod, (value: number, most: number) => boolean> = {
	"yes-no": (value) => value >= answers.yes && value <= answers.abstain,
	choose: (value) => value === 1,
	ranking: (value) => value >= 1,
	points: (value) => value >= 1,
	resistance: (value, most) => value >= 0 && value <= most,
};

function demandValid(options: readonly string[], rule: VoteRule, ballot: Choice): void {
	const entries = Object.entries(ballot);
	const highest = rule.method === "resistance" ? rule.highest : 0;
	const isValid =
		entries.every(
			([option, value]) => options.includes(option) && Number.isSafeInteger(value) && fits[rule.method](value, highest),
		) &&
		(rule.method !== "choose" || entries.length <= rule.most) &&
		(rule.method !== "points" || entries.reduce((sum, [, value]) => sum + value, 0) <= rule.perVoter) &&
		(rule.method !== "resistance" || entries.length === options.length);
	if (!isValid) throw new RangeError("a ballot holds what it cannot");
}
