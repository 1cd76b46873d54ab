import { randomUUID } from "node:crypto";
import type { ActWorld } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { newCode } from "~/platform/tokens.server";
import { recordFirstVote } from "../../processes/commands/record-first-vote.server";
import { type Choice, written } from "../ballot";
import { type FoundBox, storedChoice } from "../queries/find-box.server";

type Voter = { id: string; hasVoted: boolean; draft: Prisma.JsonValue };

/** Nothing about single ballots stands in the log: it would join voters to ballots by time (architecture.md, audit). */
export const secret = { silent: true };

/**
 * Keeps what was chosen so far (Zwischenspeichern); it counts only when it is cast, so it may still be too much.
 * Refused when voting is over or the ballot is cast.
 */
export async function keepDraft(
	world: ActWorld,
	{ voter, box }: { voter: Voter; box: FoundBox },
	choice: Choice,
): Promise<Outcome<null, "voting-closed" | "already-voted">> {
	if (!box.voting.isOpen) return refused("voting-closed");
	const { count } = await world.db.ballotVoter.updateMany({
		where: { id: voter.id, hasVoted: false },
		data: { draft: { ...choice } },
	});
	return count === 1 ? done(null) : refused("already-voted");
}

export type CastingRefusal = "voting-closed" | "already-voted" | "ballot-changed";

/**
 * Casts the ballot for good: the voter is marked in one conditional update, so that of any number of parallel attempts one
 * counts; the ballot is stored apart from the voter, without time, under a random receipt.
 * @param seen what the voter read on the confirmation page; refused when the draft was changed in another window since
 * @param problems why this ballot may not be cast, asked of what is voted on
 * @returns the receipt with which the own ballot is found in the published list
 */
export async function castDraft<Code extends string>(
	world: ActWorld,
	{ voter, box }: { voter: Voter; box: FoundBox },
	{ seen, problems }: { seen: Choice; problems: (choice: Choice) => Refusal<Code>[] },
): Promise<Outcome<{ receipt: string }, CastingRefusal | Code>> {
	if (voter.hasVoted) return refused("already-voted");
	if (!(await isTakingBallots(world, box)) || !box.voting.isOpen) return refused("voting-closed");
	const choice = storedChoice.parse(voter.draft ?? {});
	if (written(choice) !== written(seen)) return refused("ballot-changed");
	const refusals = problems(choice);
	if (refusals.length > 0) return { done: false, refusals };
	const receipt = await putIntoBox(world, box, { id: voter.id }, choice);
	return receipt ? done({ receipt }) : refused("already-voted");
}

/** Voters share the box's row, the count takes it alone: a ballot is in the count, or refused. */
export async function isTakingBallots(world: ActWorld, box: FoundBox): Promise<boolean> {
	await world.db.$queryRaw`SELECT 1 FROM ballot_box WHERE id = ${box.id}::uuid FOR SHARE`;
	return (await world.db.ballotCounting.count({ where: { boxId: box.id } })) === 0;
}

/** Marks the voter and stores the ballot apart from them. @returns its receipt, or null when they have voted already */
export async function putIntoBox(
	world: ActWorld,
	box: FoundBox,
	voter: { id: string },
	choice: Choice,
): Promise<string | null> {
	const { count } = await world.db.ballotVoter.updateMany({
		where: { id: voter.id, hasVoted: false },
		data: { hasVoted: true, draft: Prisma.DbNull, codeHash: null, codeExpiresAt: null },
	});
	if (count === 0) return null;
	if (box.process.firstVoteAt === null) await recordFirstVote(world, box.processId);
	const receipt = newCode(12);
	await world.db.castBallot.create({ data: { id: randomUUID(), boxId: box.id, receipt, choice: { ...choice } } });
	return receipt;
}
