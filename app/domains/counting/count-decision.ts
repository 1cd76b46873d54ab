import { type ConsensusOption, countConsensus } from "./consensus";
import {
	answersOf,
	type ConsensusAnswer,
	type ConsentAnswer,
	consensusAnswers,
	consentAnswers,
	type DecisionRule,
} from "./decision-rule";
import { neededOf } from "./fraction";
import {
	type BenchTest,
	type BenchVotes,
	benchQuorumTests,
	countMajority,
	type MajorityCount,
	type MajorityResult,
	quorumTest,
	type Test,
} from "./majority";
import { countSchulze } from "./schulze";
import { countScores, type ScoreOption } from "./score";

/** What somebody says: an answer of the rule, or a figure for each option (a score, a place from 1, a resistance). */
export type DecisionChoice = string | Readonly<Record<string, number>>;

/** Says nothing about the options, but takes part. */
export const abstention = "abstain";

/** `bench` is null where nobody knows of which bench the votes of a secret ballot are. */
export type CastVote = { bench: string | null; choice: DecisionChoice };

/** Who could have voted. `seats`: members in office, also those who may not vote in this matter. */
export type Turnout = {
	seats: number;
	/** `seats` of a bench: its members in office; without it those entitled. */
	benches: readonly { bench: string; seats?: number; electorate: number; present: number }[];
};

type Answered<Answer extends string> = {
	answers: Record<Answer, number>;
	/** The same by bench; empty where nobody knows it. */
	byBench: { bench: string; answers: Record<Answer, number> }[];
};
type Chosen = {
	/** The option that came first; null where nobody voted or a tie was not parted. */
	winner: string | null;
	/** Options that share the first place, where no lot parts them. */
	tied: string[];
};

/** The result with the figures it was made with, as plain data that can be stored and shown. */
export type DecisionCount = {
	result: MajorityResult;
	turnout: { seats: number; electorate: number; present: number; cast: number };
	quorum: Test | null;
	/** Of the benches that have to be able to decide by themselves. */
	benchQuorums: BenchTest[];
} & (
	| { method: "majority"; count: MajorityCount; byBench: BenchVotes[] }
	| ({ method: "consent" } & Answered<ConsentAnswer>)
	| ({ method: "consensus"; blocksFrom: number; asideAtMost: number | null } & Answered<ConsensusAnswer>)
	| ({ method: "score"; highest: number; options: ScoreOption[] } & Chosen)
	| ({ method: "ranking"; options: string[]; preferred: number[][]; paths: number[][]; places: string[][] } & Chosen)
	| ({ method: "resistance"; highest: number; passive: string; options: ConsensusOption[] } & Chosen)
);

/**
 * Counts the votes of a group by its rule. The order of votes and options changes nothing; an unmet quorum decides nothing.
 * @param options the numbers on the ballot; empty where the rule has answers
 * @throws RangeError for what cannot be counted: unknown answers or options, figures out of the scale, more votes than seats
 */
export function countDecision(
	rule: DecisionRule,
	turnout: Turnout,
	votes: readonly CastVote[],
	options: readonly string[] = [],
): DecisionCount {
	for (const { bench, choice } of votes) {
		const isOfBench = bench === null || turnout.benches.some((known) => known.bench === bench);
		if (!isOfBench || !isPossibleChoice(rule, choice, options)) throw new RangeError("a ballot holds what it cannot");
	}
	const sum = (figure: "electorate" | "present") => turnout.benches.reduce((total, bench) => total + bench[figure], 0);
	const whole = { seats: turnout.seats, electorate: sum("electorate"), present: sum("present"), cast: votes.length };
	if (whole.cast > whole.present || whole.present > whole.electorate || whole.electorate > whole.seats) {
		throw new RangeError("more votes than people");
	}
	const quorum = rule.quorum && quorumTest(rule.quorum, whole);
	const benchQuorums = benchQuorumTests(
		rule.benches,
		turnout.benches.map((bench) => ({
			...bench,
			// where nobody knows of which bench the votes are, who took part is known all the same
			cast: isByBench(votes) ? votes.filter((vote) => vote.bench === bench.bench).length : bench.present,
		})),
	);
	const able = (quorum === null || quorum.met) && benchQuorums.every(({ met }) => met);
	const frame = (result: MajorityResult) => ({
		result: able && whole.cast > 0 ? result : ("not-decided" as const),
		turnout: whole,
		quorum,
		benchQuorums,
	});
	switch (rule.method) {
		case "majority": {
			const byBench = yesAndNo(turnout, votes);
			const count = countMajority(rule, turnout.seats, byBench);
			return { method: "majority", ...frame(count.result), count, byBench: isByBench(votes) ? byBench : [] };
		}
		case "consent": {
			const answered = byAnswer(consentAnswers, turnout, votes);
			const { consent, reservation, objection } = answered.answers;
			const carried = objection === 0 && consent + reservation > 0;
			return { method: "consent", ...frame(carried ? "adopted" : "rejected"), ...answered };
		}
		case "consensus": {
			const answered = byAnswer(consensusAnswers, turnout, votes);
			const { agree, reservation, aside, veto } = answered.answers;
			// the largest whole number that is not more than the share
			const most = rule.aside && neededOf(rule.aside, whole.cast, "more-than") - 1;
			const carried = veto < rule.vetoes && agree + reservation > 0 && (most === null || aside <= most);
			return {
				method: "consensus",
				...frame(carried ? "adopted" : "rejected"),
				...answered,
				blocksFrom: rule.vetoes,
				asideAtMost: most,
			};
		}
		default:
			return countOptions(rule, frame, votes, options);
	}
}

type OptionRule = Extract<DecisionRule, { method: "score" | "ranking" | "resistance" }>;
type Framed = Pick<DecisionCount, "result" | "turnout" | "quorum" | "benchQuorums">;
type Frame = (result: MajorityResult) => Framed;

function countOptions(rule: OptionRule, frame: Frame, votes: readonly CastVote[], options: readonly string[]) {
	const ballots = votes.flatMap(({ choice }) => (typeof choice === "string" ? [] : [choice]));
	const sorted = options.toSorted((one, other) => Number(one) - Number(other));
	if (rule.passive !== null && !options.includes(rule.passive)) throw new RangeError("the passive option is none");
	if (rule.lot && options.some((option) => !rule.lot?.includes(option)))
		throw new RangeError("the lot lacks an option");
	/** The first places before the lot → what came of it. */
	const chosen = (first: readonly string[]): Chosen & Framed => {
		if (ballots.length === 0) return { ...frame("not-decided"), winner: null, tied: [] };
		const [winner = null] = rule.lot ? rule.lot.filter((option) => first.includes(option)) : first;
		const tied = first.length > 1 ? [...first] : [];
		if (tied.length > 0 && !rule.lot) return { ...frame("not-decided"), winner: null, tied };
		return { ...frame(winner === rule.passive ? "rejected" : "adopted"), winner, tied };
	};
	switch (rule.method) {
		case "score": {
			const counted = countScores(sorted, ballots);
			const first = counted.filter(({ sum }) => sum === counted[0]?.sum).map(({ option }) => option);
			return { method: "score" as const, ...chosen(first), highest: rule.highest, options: counted };
		}
		case "ranking": {
			const rankings = ballots.map((ballot) => ({ order: orderOf(ballot), voters: 1 }));
			const schulze = countSchulze(sorted, rankings, rule.unranked);
			return { method: "ranking" as const, ...chosen(schulze.places[0] ?? []), options: sorted, ...schulze };
		}
		case "resistance": {
			const { passive, highest } = rule;
			const counted = countConsensus({ options, passive, highest, lot: rule.lot ?? sorted }, ballots);
			const [best] = counted;
			const first = counted
				.filter(({ resistance, strongest }) => resistance === best?.resistance && strongest === best.strongest)
				.map(({ option }) => option);
			return { method: "resistance" as const, ...chosen(first), highest, passive, options: counted };
		}
	}
}

function isByBench(votes: readonly CastVote[]): boolean {
	return votes.every(({ bench }) => bench !== null);
}

/** Yes, no and abstentions by bench; of a secret ballot without benches all votes stand in one line. */
function yesAndNo({ benches }: Turnout, votes: readonly CastVote[]): BenchVotes[] {
	const of = (some: readonly CastVote[], answer: string) => some.filter(({ choice }) => choice === answer).length;
	const line = (turnout: Turnout["benches"][number], some: readonly CastVote[]): BenchVotes => ({
		...turnout,
		yes: of(some, "yes"),
		no: of(some, "no"),
		abstain: of(some, "abstain"),
	});
	if (isByBench(votes)) {
		return benches.map((one) =>
			line(
				one,
				votes.filter(({ bench }) => bench === one.bench),
			),
		);
	}
	const sum = (figure: "electorate" | "present") => benches.reduce((total, bench) => total + bench[figure], 0);
	return [line({ bench: "", electorate: sum("electorate"), present: sum("present") }, votes)];
}

function byAnswer<Answer extends string>(
	answers: readonly Answer[],
	{ benches }: Turnout,
	votes: readonly CastVote[],
): Answered<Answer> {
	const count = (some: readonly CastVote[]) =>
		Object.fromEntries(
			answers.map((answer) => [answer, some.filter(({ choice }) => choice === answer).length]),
		) as Record<Answer, number>;
	return {
		answers: count(votes),
		byBench: isByBench(votes)
			? benches.map(({ bench }) => ({ bench, answers: count(votes.filter((vote) => vote.bench === bench)) }))
			: [],
	};
}

function orderOf(ballot: Readonly<Record<string, number>>): string[][] {
	const places = Map.groupBy(Object.entries(ballot), ([, place]) => place);
	return [...places].sort(([one], [other]) => one - other).map(([, entries]) => entries.map(([option]) => option));
}

/** Whether a ballot of this rule can hold this choice. */
export function isPossibleChoice(rule: DecisionRule, choice: DecisionChoice, options: readonly string[]): boolean {
	if (typeof choice === "string") {
		const answers = answersOf(rule);
		return answers.length > 0 ? answers.includes(choice) : choice === abstention;
	}
	if (answersOf(rule).length > 0) return false;
	const entries = Object.entries(choice);
	const [least, most] = rule.method === "ranking" ? [1, options.length] : [0, "highest" in rule ? rule.highest : 0];
	return (
		entries.every(
			([option, figure]) =>
				options.includes(option) && Number.isSafeInteger(figure) && figure >= least && figure <= most,
		) && (rule.method === "ranking" ? entries.length > 0 : entries.length === options.length)
	);
}
