import { resultForConcerns } from "~/domains/guides/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { isBlocking, storedDecisionRule } from "../../../counting/index";
import { link } from "../../../trace/index.server";
import { mayCertify, mayRunGroup } from "../../policy.server";
import { groupById } from "../../queries/find-group.server";
import { type BallotMode, ballotMode } from "../ballot";
import { choiceOf, countOf } from "../count.server";
import { type actsIn, isPossibleIn, mayCertifyAlone, stateOf } from "../recommendation";

type BenchInput = { bench: string; yes: number; no: number; abstain: number };

/**
 * Writes down what was counted in an open vote, by bench; the minute-taker may correct it until it is certified.
 * @throws NotFound for a recommendation that is not there; Forbidden or SignInNeeded
 */
export const recordVotes = command(
	"groups.record-votes",
	async (
		world: ActWorld,
		{ id, votes }: { id: string; votes: BenchInput[] },
	): Promise<Outcome<null, "not-now" | "votes-missing" | "too-many-votes">> => {
		const { recommendation, group } = await locked(world, id);
		demand(mayRunGroup, world.actor, group);
		if (ballotMode(recommendation.ballot?.mode) !== "hands") return refused("not-now");
		if (!possible("record", recommendation)) return refused("not-now");
		for (const { benchKind, present } of recommendation.tallies) {
			const given = votes.find(({ bench }) => bench === benchKind);
			if (!given) return refused("votes-missing", { field: `${benchKind}-yes` });
			const { yes, no, abstain } = given;
			if (yes + no + abstain > present) {
				return refused("too-many-votes", { field: `${benchKind}-yes`, values: { present, votes: yes + no + abstain } });
			}
			await world.db.voteTally.update({
				where: { recommendationId_benchKind: { recommendationId: id, benchKind } },
				data: { yes, no, abstain },
			});
		}
		await world.db.recommendation.update({
			where: { id },
			data: { votesRecordedAt: world.now, votesRecordedById: personIdOf(world.actor) },
		});
		world.record({
			type: "groups.votes.recorded",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
			facts: Object.fromEntries(votes.map(({ bench, yes, no, abstain }) => [bench, `${yes}/${no}/${abstain}`])),
		});
		return done(null);
	},
);

type CertifyRefused = "not-now" | "votes-changed" | "second-person" | "chair-was-there" | "objections-open";

/**
 * Certifies the computed result; nobody can write another one. Before that it is said of every objection and veto how it
 * was dealt with. `recordedAt` says which votes the chair has read.
 * @returns the result
 * @throws NotFound for a recommendation that is not there; Forbidden or SignInNeeded for who does not lead the group
 */
export const certify = command(
	"groups.certify",
	async (
		world: ActWorld,
		{ id, recordedAt }: { id: string; recordedAt: Date },
	): Promise<Outcome<{ result: string }, CertifyRefused>> => {
		const { recommendation, group } = await locked(world, id);
		demand(mayCertify, world.actor, group);
		const { votesRecordedAt, votesRecordedById } = recommendation;
		if (!possible("certify", recommendation) || !votesRecordedAt) return refused("not-now");
		if (votesRecordedAt.getTime() !== recordedAt.getTime()) return refused("votes-changed");
		const personId = personIdOf(world.actor);
		if (!personId) throw new Forbidden();
		const votes = { recordedById: votesRecordedById, recordedAt: votesRecordedAt };
		if (!mayCertifyAlone(votes, { personId, now: world.now })) return refused("second-person");
		const mode = ballotMode(recommendation.ballot?.mode);
		if (!group.functions.includes("chair") && (await chairTookPart(world, id, mode))) {
			return refused("chair-was-there");
		}
		if (await hasUntreated(world, recommendation)) return refused("objections-open");
		const count = await countOf(world.db, recommendation);
		if (!count) throw new Error("votes are recorded whole or not at all");
		await world.db.recommendation.update({
			where: { id },
			data: { result: count.result, certifiedAt: world.now, certifiedById: personId },
		});
		const { cast, present, electorate } = count.turnout;
		const figures = count.method === "majority" ? count.count.votes : {};
		world.record({
			type: "groups.recommendation.certified",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
			facts: { ...figures, result: count.result, cast, present, electorate, hash: recommendation.wordingHash },
		});
		return done({ result: count.result });
	},
);

/**
 * Publishes what was certified, whatever its result, and ties it into the trace of what it came from.
 * @throws NotFound for a recommendation that is not there; Forbidden or SignInNeeded
 */
export const publish = command(
	"groups.publish",
	async (
		world: ActWorld,
		{ id }: { id: string },
	): Promise<Outcome<{ code: string }, "not-now" | "group-not-public">> => {
		const { recommendation, group } = await locked(world, id);
		demand(mayRunGroup, world.actor, group);
		if (!possible("publish", recommendation)) return refused("not-now");
		if (!group.isPublic) return refused("group-not-public");
		await world.db.recommendation.update({ where: { id }, data: { publishedAt: world.now } });
		const here = { kind: "recommendation", id };
		const { isPublic, takenUp } = recommendation.agendaItem;
		if (takenUp && isPublic) {
			await link(world, {
				from: { kind: takenUp.subjectKind, id: takenUp.subjectId },
				relation: recommendation.result === "adopted" ? "decided-in" : "voted-on-in",
				to: here,
			});
		}
		const meeting = { kind: "meeting", id: recommendation.meetingId };
		await link(world, { from: here, relation: "part-of", to: meeting });
		await link(world, { from: here, relation: "part-of", to: { kind: "group", id: group.id } });
		await link(world, {
			from: { kind: "post", id: recommendation.responsiblePostId },
			relation: "responsible-for",
			to: here,
		});
		world.record({
			type: "groups.recommendation.published",
			subject: here,
			ownerId: group.organisationId,
			facts: { code: recommendation.code, result: recommendation.result },
		});
		await resultForConcerns(world, here);
		return done({ code: recommendation.code });
	},
);

/**
 * Cancels a vote before it is certified, so that a changed text can be voted on anew; what was frozen stays readable inside.
 * Votes never move on to another vote; those who had voted are told, and the papers of a secret ballot are thrown away.
 * @throws NotFound for a recommendation that is not there; Forbidden or SignInNeeded
 */
export const cancelDecision = command(
	"groups.cancel-decision",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "not-now">> => {
		const { recommendation, group } = await locked(world, id);
		demand(mayRunGroup, world.actor, group);
		if (!possible("cancel", recommendation)) return refused("not-now");
		await world.db.recommendation.update({ where: { id }, data: { cancelledAt: world.now } });
		const mode = ballotMode(recommendation.ballot?.mode);
		if (mode === "secret") {
			await world.db.$queryRaw`SELECT discard_group_ballots(${id}::uuid)`;
			await world.db.groupSlipCount.deleteMany({ where: { recommendationId: id } });
		}
		world.record({
			type: "groups.recommendation.cancelled",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
			facts: { mode },
		});
		return done(null);
	},
);

/** A vote, locked until the act ends. @throws NotFound */
export async function locked(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT id FROM recommendation WHERE id = ${id}::uuid FOR UPDATE`;
	const recommendation = await world.db.recommendation.findUnique({
		where: { id },
		include: { tallies: true, ballot: true, refusal: true, agendaItem: { include: { takenUp: true } } },
	});
	if (!recommendation) throw new NotFound();
	return { recommendation, group: await groupById(world, recommendation.groupId) };
}

/** Whether this can be done with a vote now. */
export function possible(act: keyof typeof actsIn, recommendation: Parameters<typeof stateOf>[0]): boolean {
	return isPossibleIn(act, stateOf(recommendation));
}

/** Whether an objection or a veto waits for how it was dealt with. */
async function hasUntreated(world: ActWorld, { id, rule }: { id: string; rule: unknown }): Promise<boolean> {
	const votes = await world.db.groupVote.findMany({
		where: { recommendationId: id, objection: null },
		select: { choice: true },
	});
	const frozen = storedDecisionRule(rule);
	return votes.some(({ choice }) => isBlocking(frozen, String(choiceOf(choice))));
}

/** A deputy certifies only what was voted on without the chair: not there by hands, and without a vote of their own otherwise. */
async function chairTookPart(world: ActWorld, recommendationId: string, mode: BallotMode): Promise<boolean> {
	const tookPart = {
		hands: { present: true, substituteId: null },
		named: { vote: { actingId: null, recordedById: null } },
		secret: { secretVoter: { hasVoted: true }, substituteId: null },
	}[mode];
	const chairs = { recommendationId, membership: { function: "chair" } };
	return (await world.db.electorateEntry.count({ where: { ...chairs, ...tookPart } })) > 0;
}
