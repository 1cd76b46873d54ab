import { z } from "zod";
import type { Prisma } from "~/platform/database/generated/client";
import {
	countDecision,
	countMajority,
	type DecisionChoice,
	type DecisionCount,
	type DecisionRule,
	storedDecisionRule,
} from "../../counting/index";
import { type BallotOption, ballotMode } from "./ballot";

type Db = Prisma.TransactionClient;

/** What a vote is counted from; select this of a recommendation. */
const countedSelection = {
	id: true,
	rule: true,
	seats: true,
	votesRecordedAt: true,
	tallies: true,
	ballot: true,
} as const satisfies Prisma.RecommendationSelect;

type Counted = Prisma.RecommendationGetPayload<{ select: typeof countedSelection }>;

const storedOptions = z.array(z.object({ number: z.string(), title: z.string() }));
const storedChoice: z.ZodType<DecisionChoice> = z.union([z.string(), z.record(z.string(), z.number())]);

export function optionsOf(ballot: { options: unknown } | null): BallotOption[] {
	return ballot ? storedOptions.parse(ballot.options) : [];
}

export function choiceOf(stored: unknown): DecisionChoice {
	return storedChoice.parse(stored);
}

/**
 * Counts a vote by its frozen rule from what is stored of it: hands by bench, votes by name, or the papers of a secret ballot.
 * Nobody stores a count, so nobody can overwrite one.
 * @returns null while it is open, or while not all benches have been written down
 */
export async function countOf(db: Db, vote: Counted): Promise<DecisionCount | null> {
	if (!vote.votesRecordedAt) return null;
	const rule = storedDecisionRule(vote.rule);
	const mode = ballotMode(vote.ballot?.mode);
	const seatsOf = rule.benches?.length ? await seatsByBench(db, vote.id) : null;
	if (mode === "hands") return handsOf(rule, vote, seatsOf);
	const votes =
		mode === "named"
			? (
					await db.groupVote.findMany({
						where: { recommendationId: vote.id },
						select: { choice: true, entry: { select: { benchKind: true } } },
					})
				).map(({ choice, entry }) => ({ bench: entry.benchKind, choice: choiceOf(choice) }))
			: (
					await db.groupSecretBallot.findMany({
						where: { recommendationId: vote.id },
						select: { choice: true, benchKind: true },
					})
				).map(({ choice, benchKind }) => ({ bench: benchKind, choice: choiceOf(choice) }));
	const benches = vote.tallies.map(({ benchKind, electorate, present }) => ({
		bench: benchKind,
		seats: seatsOf?.get(benchKind),
		electorate,
		present,
	}));
	const options = optionsOf(vote.ballot).map(({ number }) => number);
	return countDecision(rule, { seats: vote.seats, benches }, votes, options);
}

/** The seats of each bench on the frozen voting list, also those of biased members. */
async function seatsByBench(db: Db, recommendationId: string): Promise<ReadonlyMap<string, number>> {
	const rows = await db.electorateEntry.groupBy({ by: ["benchKind"], where: { recommendationId }, _count: true });
	return new Map(rows.map(({ benchKind, _count }) => [benchKind, _count]));
}

function handsOf(
	rule: DecisionRule,
	{ seats, tallies }: Counted,
	seatsOf: ReadonlyMap<string, number> | null,
): DecisionCount | null {
	if (rule.method !== "majority") throw new Error("hands are counted for yes and no alone");
	const byBench = tallies.flatMap(({ benchKind, electorate, present, yes, no, abstain }) =>
		yes === null || no === null || abstain === null
			? []
			: [{ bench: benchKind, seats: seatsOf?.get(benchKind), electorate, present, yes, no, abstain }],
	);
	if (byBench.length < tallies.length) return null;
	const count = countMajority(rule, seats, byBench);
	const { electorate, present, yes, no, abstain } = count.votes;
	return {
		method: "majority",
		result: count.result,
		turnout: { seats, electorate, present, cast: yes + no + abstain },
		quorum: count.quorum,
		benchQuorums: count.benchQuorums,
		count,
		byBench,
	};
}
