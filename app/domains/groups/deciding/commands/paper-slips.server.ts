import { randomUUID } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayRunGroup } from "../../policy.server";
import { seatsOf } from "../ballot";
import { mayCountSlips } from "../policy.server";
import { ballotsOf, handedOut, type SlipProblem, type SlipSum, sameSums, slipProblem, sumsOf } from "../slips";
import { type OpenVote, openVote } from "./open-vote.server";

/** A secret vote on yes and no, held alone: slips and electronic ballots come in one after the other. @throws NotFound */
async function slipVote(world: ActWorld, id: string): Promise<OpenVote> {
	await world.db.$queryRaw`SELECT 1 FROM recommendation WHERE id = ${id}::uuid FOR UPDATE`;
	const open = await openVote(world, id);
	if (open.mode !== "secret" || open.rule.method !== "majority") throw new NotFound();
	return open;
}

const isOver = ({ vote }: OpenVote) => vote.votesRecordedAt !== null || vote.cancelledAt !== null;

/** Notes how many slips are out; whose, the log does not say. */
async function noteSlips(world: ActWorld, open: OpenVote, type: string): Promise<void> {
	const slips = await world.db.groupSecretVoter.count({ where: { recommendationId: open.vote.id, onPaper: true } });
	world.record({
		type,
		subject: { kind: "recommendation", id: open.vote.id },
		ownerId: open.group.organisationId,
		facts: { slips },
	});
}

type Slip = { id: string; membershipId: string };

/**
 * Writes down that somebody was handed a paper slip: from now on this seat votes on no screen. In one conditional update, so
 * that a seat has an electronic ballot or a slip, never both.
 * @throws NotFound for a vote without slips; Forbidden or SignInNeeded for who does not run the group
 */
export const handOutSlip = command(
	"groups.hand-out-slip",
	async (
		world: ActWorld,
		{ id, membershipId }: Slip,
	): Promise<Outcome<null, "voting-closed" | "already-cast" | "not-a-seat">> => {
		const open = await slipVote(world, id);
		demand(mayRunGroup, world.actor, open.group);
		if (!open.isOpen) return refused("voting-closed");
		const seat = open.list.find((one) => one.membershipId === membershipId && !one.biased);
		if (!seat) return refused("not-a-seat");
		const { count } = await world.db.groupSecretVoter.updateMany({
			where: { recommendationId: id, membershipId, hasVoted: false, onPaper: false },
			data: { onPaper: true },
		});
		if (count === 0) return refused("already-cast");
		await world.db.groupSlipCount.deleteMany({ where: { recommendationId: id } });
		await noteSlips(world, open, "groups.vote.slip-handed-out");
		return done(null);
	},
);

/**
 * Takes a slip back that did not go into the box. Possible until the slips were counted by two.
 * @throws NotFound for a vote without slips; Forbidden or SignInNeeded for who does not run the group
 */
export const takeBackSlip = command(
	"groups.take-back-slip",
	async (world: ActWorld, { id, membershipId }: Slip): Promise<Outcome<null, "not-now">> => {
		const open = await slipVote(world, id);
		demand(mayRunGroup, world.actor, open.group);
		if (isOver(open)) return refused("not-now");
		const { count } = await world.db.groupSecretVoter.updateMany({
			where: { recommendationId: id, membershipId, hasVoted: false, onPaper: true },
			data: { onPaper: false },
		});
		if (count === 0) return refused("not-now");
		await world.db.groupSlipCount.deleteMany({ where: { recommendationId: id } });
		await noteSlips(world, open, "groups.vote.slip-taken-back");
		return done(null);
	},
);

/**
 * Enters what one person counted on the slips. The first count waits, unseen; when a second person has counted the same, the
 * slips become ballots like all others, and the sums are kept nowhere. Who counted first may correct it.
 * @returns whether the ballots are in the box now
 * @throws NotFound for a vote without slips; Forbidden or SignInNeeded for who may not count
 */
export const countSlips = command(
	"groups.count-slips",
	async (
		world: ActWorld,
		{ id, sums }: { id: string; sums: SlipSum[] },
	): Promise<Outcome<{ entered: boolean }, SlipProblem | "not-now" | "counts-differ">> => {
		const open = await slipVote(world, id);
		const first = await world.db.groupSlipCount.findUnique({ where: { recommendationId: id } });
		const personId = personIdOf(world.actor);
		const isEntitled = personId !== null && seatsOf(personId, open.list, "secret").length > 0;
		demand(mayCountSlips, world.actor, { group: open.group, isEntitled, hasFirst: first !== null });
		if (isOver(open) || personId === null) return refused("not-now");
		const out = await world.db.groupSecretVoter.findMany({
			where: { recommendationId: id, onPaper: true, hasVoted: false },
			select: { entry: { select: { benchKind: true } } },
			take: 1000,
		});
		const withBench = open.vote.ballot?.withBench ?? false;
		const handed = handedOut(
			out.map(({ entry }) => ({ bench: entry.benchKind })),
			withBench,
		);
		const problem = slipProblem(handed, sums);
		if (problem) return { done: false, refusals: [problem] };
		const known = sums.filter(({ bench }) => handed.some((part) => part.bench === bench));
		if (!first || first.countedById === personId) {
			const data = { sums: known, countedAt: world.now, countedById: personId };
			await world.db.groupSlipCount.upsert({
				where: { recommendationId: id },
				create: { recommendationId: id, ...data },
				update: data,
			});
			await noteSlips(world, open, "groups.vote.slips-counted-once");
			return done({ entered: false });
		}
		if (!sameSums(sumsOf(first.sums), known)) return refused("counts-differ");
		await world.db.groupSlipCount.delete({ where: { recommendationId: id } });
		await world.db.groupSecretVoter.updateMany({
			where: { recommendationId: id, onPaper: true, hasVoted: false },
			data: { hasVoted: true },
		});
		await world.db.groupSecretBallot.createMany({
			data: ballotsOf(known).map(({ bench, choice }) => ({
				id: randomUUID(),
				recommendationId: id,
				benchKind: bench,
				choice,
			})),
		});
		await noteSlips(world, open, "groups.vote.slips-counted-twice");
		return done({ entered: true });
	},
);
