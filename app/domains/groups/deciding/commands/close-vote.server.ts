import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { mayRunGroup } from "../../policy.server";
import { groupById } from "../../queries/find-group.server";
import { ballotMode } from "../ballot";
import { type Hold, whatHolds } from "../queries/what-holds.server";
import { isPossibleIn, stateOf } from "../recommendation";

type Voted = { benchKind: string; biased: boolean; present: boolean; hasVoted: boolean; choice: unknown };

/**
 * Closes a vote by name or in secret: nobody votes any more, a secret ballot is written anew in random order, and who took part
 * is written down by bench. From then on it can be counted and certified. So few secret ballots that the result would say whose
 * they are stay closed in the box.
 * @returns how many voted
 * @throws NotFound for a vote that is not there, or that is taken by show of hands; Forbidden or SignInNeeded
 */
export const closeVote = command(
	"groups.close-vote",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<{ voted: number }, "not-now" | Hold>> => {
		await world.db.$queryRaw`SELECT 1 FROM recommendation WHERE id = ${id}::uuid FOR UPDATE`;
		const vote = await world.db.recommendation.findUnique({
			where: { id },
			include: { ballot: true, group: { select: { benches: { select: { kind: true } } } } },
		});
		const mode = ballotMode(vote?.ballot?.mode);
		if (!vote || mode === "hands") throw new NotFound();
		const group = await groupById(world, vote.groupId);
		demand(mayRunGroup, world.actor, group);
		if (!isPossibleIn("close", stateOf(vote))) return refused("not-now");
		const hold = mode === "secret" ? await whatHolds(world, id) : null;
		if (hold) return refused(hold);
		if (mode === "secret") await world.db.$queryRaw`SELECT shuffle_group_ballots(${id}::uuid)`;
		const list = await votedOf(world, id);
		// yes and no stand here only where each vote's bench is known
		const sums = mode === "named" ? "choice" : null;
		await world.db.voteTally.createMany({
			data: vote.group.benches.map(({ kind }) => tally(id, kind, list, sums)),
		});
		const voted = list.filter(({ hasVoted }) => hasVoted).length;
		await world.db.recommendation.update({
			where: { id },
			data: { votesRecordedAt: world.now, votesRecordedById: null },
		});
		world.record({
			type: "groups.vote.closed",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
			facts: { mode, voted, byChair: personIdOf(world.actor) !== null },
		});
		return done({ voted });
	},
);

async function votedOf(world: ActWorld, recommendationId: string): Promise<Voted[]> {
	const rows = await world.db.electorateEntry.findMany({
		where: { recommendationId },
		select: {
			benchKind: true,
			biased: true,
			present: true,
			vote: { select: { choice: true } },
			secretVoter: { select: { hasVoted: true } },
		},
	});
	return rows.map(({ vote, secretVoter, ...row }) => ({
		...row,
		hasVoted: vote !== null || secretVoter?.hasVoted === true,
		choice: vote?.choice ?? null,
	}));
}

const asTally: Record<string, "yes" | "no" | "abstain"> = { yes: "yes", no: "no", abstain: "abstain" };

/**
 * What is stored of a bench: who was entitled, who was there and, of a majority by name, what they said. There is who was in
 * the room when the vote was opened, and who voted: a rule that asks how many of those present vote would be met by any vote
 * if only voters counted as present.
 */
function tally(recommendationId: string, benchKind: string, list: readonly Voted[], sums: "choice" | null) {
	const entitled = list.filter((one) => one.benchKind === benchKind && !one.biased);
	const voted = entitled.filter(({ hasVoted }) => hasVoted);
	const answers = voted.map(({ choice }) => (typeof choice === "string" ? asTally[choice] : undefined));
	const isMajority = sums !== null && answers.every((answer) => answer !== undefined);
	const count = (wanted: string) => (isMajority ? answers.filter((answer) => answer === wanted).length : null);
	return {
		recommendationId,
		benchKind,
		electorate: entitled.length,
		present: entitled.filter(({ present, hasVoted }) => present || hasVoted).length,
		yes: count("yes"),
		no: count("no"),
		abstain: count("abstain"),
	};
}

/** Closes what came to its end, also when late; what holds a secret vote holds it here too: nobody votes any more, and it waits. @returns how many were closed */
export async function closeDueVotes(world: World): Promise<number> {
	const due = await world.db.groupBallot.findMany({
		where: { closesAt: { lte: world.now }, recommendation: { votesRecordedAt: null, cancelledAt: null } },
		select: { recommendationId: true },
		orderBy: { closesAt: "asc" },
		take: 200,
	});
	let closed = 0;
	for (const { recommendationId } of due) closed += (await closeVote(world, { id: recommendationId })).done ? 1 : 0;
	return closed;
}

/**
 * Marks the votes whose reminder came due, once, also when late, but never after the end; whom to remind is asked when the
 * mails are written, so whoever has voted meanwhile gets none.
 * @returns how many votes
 */
export async function remindDueVotes(world: World): Promise<number> {
	const due = await world.db.groupBallot.findMany({
		where: {
			remindAt: { lte: world.now },
			remindedAt: null,
			closesAt: { gt: world.now },
			recommendation: { votesRecordedAt: null, cancelledAt: null },
		},
		select: { recommendationId: true },
		take: 200,
	});
	let reminded = 0;
	for (const { recommendationId } of due) reminded += (await remind(world, { id: recommendationId })).done ? 1 : 0;
	return reminded;
}

const remind = command(
	"groups.remind-of-vote",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "not-now">> => {
		const { count } = await world.db.groupBallot.updateMany({
			where: { recommendationId: id, remindedAt: null, remindAt: { lte: world.now } },
			data: { remindedAt: world.now },
		});
		const vote = await world.db.recommendation.findUnique({ where: { id } });
		if (count === 0 || !vote) return refused("not-now");
		world.record({
			type: "groups.vote.reminded",
			subject: { kind: "recommendation", id },
			ownerId: vote.organisationId,
		});
		return done(null);
	},
);
