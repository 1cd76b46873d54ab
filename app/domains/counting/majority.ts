import { type Comparison, type Fraction, neededOf } from "./fraction";

/** What a share is a share of. */
export const quorumBases = ["seats", "electorate", "present"] as const;
export const thresholdBases = ["votes-cast", "yes-and-no", "electorate", "present"] as const;

type Share<Base extends string> = { share: Fraction; comparison: Comparison; base: Base };

/** A rule of decision as it is frozen with what was decided by it. */
export type MajorityRule = {
	/** Who has to be there: persons present, or votes cast (abstentions included), out of the base. Null: always able to decide. */
	quorum: (Share<(typeof quorumBases)[number]> & { counts: "present" | "votes-cast" }) | null;
	/** How many yes are needed. */
	threshold: Share<(typeof thresholdBases)[number]>;
	/** What every bench has to reach by itself, or null. */
	eachBench: Share<(typeof thresholdBases)[number]> | null;
	/** What as many yes as no say where the threshold is missed by it; without it, as everywhere in municipal law: rejected. */
	tie?: "not-decided";
};

/** The votes of one bench. `electorate`: entitled in this matter; `present`: of these, there when it was voted. */
export type BenchVotes = {
	bench: string;
	electorate: number;
	present: number;
	yes: number;
	no: number;
	abstain: number;
};

/** One test of the rule with the figures it was made with. */
export type Test = { met: boolean; reached: number; needed: number; base: number };

export type MajorityResult = "adopted" | "rejected" | "not-decided";

export type MajorityCount = {
	result: MajorityResult;
	votes: Omit<BenchVotes, "bench">;
	quorum: Test | null;
	threshold: Test;
	benches: ({ bench: string } & Test)[];
};

/** Whether these figures can be: whole, not more votes than present, not more present than entitled. */
function isPossible({ electorate, present, yes, no, abstain }: Omit<BenchVotes, "bench">): boolean {
	const all = [electorate, present, yes, no, abstain];
	return (
		all.every((figure) => Number.isSafeInteger(figure) && figure >= 0) &&
		yes + no + abstain <= present &&
		present <= electorate
	);
}

/**
 * Counts votes by bench under a rule.
 * @param seats members in office on the day, also those who may not vote in this matter
 * @throws RangeError for figures that cannot be
 */
export function countMajority(rule: MajorityRule, seats: number, benches: readonly BenchVotes[]): MajorityCount {
	const votes = sumOf(benches);
	if (!benches.every(isPossible) || !Number.isSafeInteger(seats) || seats < votes.electorate) {
		throw new RangeError("votes that cannot be");
	}
	const quorum = rule.quorum && quorumTest(rule.quorum, { seats, ...votes, cast: castOf(votes) });
	const threshold = yesTest(rule.threshold, votes);
	const { eachBench } = rule;
	const tests = eachBench
		? benches.flatMap((bench) => (bench.electorate === 0 ? [] : [{ bench: bench.bench, ...yesTest(eachBench, bench) }]))
		: [];
	const carried = threshold.met && tests.every(({ met }) => met);
	const undecided = (quorum && !quorum.met) || (rule.tie && !threshold.met && votes.yes === votes.no && votes.yes > 0);
	return {
		result: undecided ? "not-decided" : carried ? "adopted" : "rejected",
		votes,
		quorum,
		threshold,
		benches: tests,
	};
}

function sumOf(benches: readonly BenchVotes[]): Omit<BenchVotes, "bench"> {
	const sum = (figure: (bench: BenchVotes) => number) => benches.reduce((total, bench) => total + figure(bench), 0);
	return {
		electorate: sum((bench) => bench.electorate),
		present: sum((bench) => bench.present),
		yes: sum((bench) => bench.yes),
		no: sum((bench) => bench.no),
		abstain: sum((bench) => bench.abstain),
	};
}

function castOf({ yes, no, abstain }: Omit<BenchVotes, "bench">): number {
	return yes + no + abstain;
}

/** Whether enough were there, or voted; `cast` holds abstentions. */
export function quorumTest(
	{ share, comparison, base, counts }: NonNullable<MajorityRule["quorum"]>,
	{ seats, electorate, present, cast }: { seats: number; electorate: number; present: number; cast: number },
): Test {
	const whole = { seats, electorate, present }[base];
	const reached = counts === "present" ? present : cast;
	const needed = neededOf(share, whole, comparison);
	return { met: reached >= needed, reached, needed, base: whole };
}

function yesTest({ share, comparison, base }: MajorityRule["threshold"], votes: Omit<BenchVotes, "bench">): Test {
	const whole = {
		"votes-cast": castOf(votes),
		"yes-and-no": votes.yes + votes.no,
		electorate: votes.electorate,
		present: votes.present,
	}[base];
	// nothing is adopted without a yes, also where the share of nobody is nobody
	const needed = Math.max(1, neededOf(share, whole, comparison));
	return { met: votes.yes >= needed, reached: votes.yes, needed, base: whole };
}
