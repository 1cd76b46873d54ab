import { type Comparison, type Fraction, neededOf } from "./fraction";

/** What a share is a share of. */
export const quorumBases = ["seats", "electorate", "present"] as const;
export const thresholdBases = ["votes-cast", "yes-and-no", "electorate", "present"] as const;

type Share<Base extends string> = { share: Fraction; comparison: Comparison; base: Base };

/** Who has to be there: persons present, or votes cast (abstentions included), out of the base. */
export type Quorum = Share<(typeof quorumBases)[number]> & { counts: "present" | "votes-cast" };
/** How many yes are needed. */
export type Threshold = Share<(typeof thresholdBases)[number]>;

/** What one bench has to reach by itself; the shares are of its own seats, entitled, present and votes. */
export type BenchRule = {
	bench: string;
	/** Null: it need not be able to decide by itself. */
	quorum: Quorum | null;
	/** Null: what every bench has to reach, if anything. */
	threshold: Threshold | null;
};

/** A rule of decision as it is frozen with what was decided by it. */
export type MajorityRule = {
	/** Null: always able to decide. */
	quorum: Quorum | null;
	threshold: Threshold;
	/** What every bench has to reach by itself that has no threshold of its own, or null. */
	eachBench: Threshold | null;
	/** What single benches have to reach by themselves. */
	benches?: BenchRule[];
	/** What as many yes as no say where the threshold is missed by it; without it, as everywhere in municipal law: rejected. */
	tie?: "not-decided";
};

/**
 * The votes of one bench. `seats`: its members in office, also those who may not vote in this matter (without it: those entitled);
 * `electorate`: entitled in this matter; `present`: of these, there when it was voted.
 */
export type BenchVotes = {
	bench: string;
	seats?: number;
	electorate: number;
	present: number;
	yes: number;
	no: number;
	abstain: number;
};

/** One test of the rule with the figures it was made with. */
export type Test = { met: boolean; reached: number; needed: number; base: number };

export type MajorityResult = "adopted" | "rejected" | "not-decided";

export type BenchTest = { bench: string } & Test;
type Votes = Omit<BenchVotes, "bench" | "seats">;

export type MajorityCount = {
	result: MajorityResult;
	votes: Votes;
	quorum: Test | null;
	threshold: Test;
	benches: BenchTest[];
	benchQuorums: BenchTest[];
};

/** Whether these figures can be: whole, not more votes than present, not more present than entitled. */
function isPossible({ seats, electorate, present, yes, no, abstain }: BenchVotes): boolean {
	const all = [seats ?? electorate, electorate, present, yes, no, abstain];
	return (
		all.every((figure) => Number.isSafeInteger(figure) && figure >= 0) &&
		yes + no + abstain <= present &&
		present <= electorate &&
		electorate <= (seats ?? electorate)
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
	const benchQuorums = benchQuorumTests(
		rule.benches,
		benches.map((bench) => ({ ...bench, cast: castOf(bench) })),
	);
	const threshold = yesTest(rule.threshold, votes);
	const tests = benches.flatMap((votesOfBench) => {
		const { bench, electorate } = votesOfBench;
		const asked = rule.benches?.find((own) => own.bench === bench)?.threshold ?? rule.eachBench;
		return asked && electorate > 0 ? [{ bench, ...yesTest(asked, votesOfBench) }] : [];
	});
	const carried = threshold.met && tests.every(({ met }) => met);
	const unable = (quorum && !quorum.met) || benchQuorums.some(({ met }) => !met);
	const undecided = unable || (rule.tie && !threshold.met && votes.yes === votes.no && votes.yes > 0);
	return {
		result: undecided ? "not-decided" : carried ? "adopted" : "rejected",
		votes,
		quorum,
		threshold,
		benches: tests,
		benchQuorums,
	};
}

/** Whether any bench has to carry a majority by itself, so that the votes of each have to be known. */
export function asksBenches({ eachBench, benches = [] }: Pick<MajorityRule, "eachBench" | "benches">): boolean {
	return eachBench !== null || benches.some(({ threshold }) => threshold !== null);
}

type BenchTurnout = { bench: string; seats?: number; electorate: number; present: number; cast: number };

/** Whether each bench that has to be able to decide by itself is; one without anybody entitled is not asked. */
export function benchQuorumTests(rules: MajorityRule["benches"] = [], turnout: readonly BenchTurnout[]): BenchTest[] {
	return turnout.flatMap(({ bench, seats, electorate, present, cast }) => {
		const quorum = rules.find((own) => own.bench === bench)?.quorum;
		if (!quorum || electorate === 0) return [];
		return [{ bench, ...quorumTest(quorum, { seats: seats ?? electorate, electorate, present, cast }) }];
	});
}

function sumOf(benches: readonly BenchVotes[]): Votes {
	const sum = (figure: (bench: BenchVotes) => number) => benches.reduce((total, bench) => total + figure(bench), 0);
	return {
		electorate: sum((bench) => bench.electorate),
		present: sum((bench) => bench.present),
		yes: sum((bench) => bench.yes),
		no: sum((bench) => bench.no),
		abstain: sum((bench) => bench.abstain),
	};
}

function castOf({ yes, no, abstain }: Votes): number {
	return yes + no + abstain;
}

/** Whether enough were there, or voted; `cast` holds abstentions. */
export function quorumTest(
	{ share, comparison, base, counts }: Quorum,
	{ seats, electorate, present, cast }: { seats: number; electorate: number; present: number; cast: number },
): Test {
	const whole = { seats, electorate, present }[base];
	const reached = counts === "present" ? present : cast;
	const needed = neededOf(share, whole, comparison);
	return { met: reached >= needed, reached, needed, base: whole };
}

function yesTest({ share, comparison, base }: Threshold, votes: Votes): Test {
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
