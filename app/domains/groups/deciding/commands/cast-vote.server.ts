import { randomUUID } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { asksReason, type DecisionChoice, isPossibleChoice } from "../../../counting/index";
import { mayRunGroup } from "../../policy.server";
import { mayReplace } from "../ballot";
import { mayVote } from "../policy.server";
import { type OpenVote, openVote, ownSeatIn } from "./open-vote.server";

type Cast = { id: string; membershipId: string; choice: DecisionChoice; reason: string };

type Refused = "voting-closed" | "choice-incomplete" | "reason-missing" | "member-has-voted" | "substitute-elsewhere";

/**
 * Votes by name for one's own seat, or as a substitute for it; may be changed until it is closed. What the member said
 * themselves no substitute changes. One vote per seat, also under parallel attempts.
 * @throws NotFound for a vote that is not there; Forbidden or SignInNeeded for who may not vote for this seat
 */
export const castVote = command(
	"groups.cast-vote",
	async (world: ActWorld, input: Cast): Promise<Outcome<null, Refused>> => {
		const open = await openVote(world, input.id);
		const seat = ownSeatIn(open, personIdOf(world.actor), input.membershipId);
		demand(mayVote, world.actor, { seats: seat ? [seat] : [] });
		if (!seat || open.mode !== "named") throw new NotFound();
		const by = seat.actingId === null ? "member" : "substitute";
		return store(world, open, input, { by, actingId: seat.actingId, recordedById: null, witnessId: null });
	},
);

/**
 * Writes down the vote of a member without online access, said before a witness; the member can change it until it is closed.
 * In a secret ballot nobody votes for somebody else.
 * @param witnessId the seat of the member who heard it: neither the voter's nor that of who writes it down
 * @throws NotFound for a vote that is not there; Forbidden or SignInNeeded for who does not run the group
 */
export const recordVoteOnBehalf = command(
	"groups.record-vote-on-behalf",
	async (
		world: ActWorld,
		{ witnessId, ...input }: Cast & { witnessId: string },
	): Promise<Outcome<null, Refused | "not-in-secret" | "not-a-seat" | "witness-missing" | "witness-another">> => {
		const open = await openVote(world, input.id);
		demand(mayRunGroup, world.actor, open.group);
		if (open.mode !== "named") return refused("not-in-secret");
		const seat = open.list.find((one) => one.membershipId === input.membershipId && !one.biased);
		if (!seat) return refused("not-a-seat", { field: "membershipId" });
		const witness = open.list.find((one) => one.membershipId === witnessId);
		if (!witness) return refused("witness-missing", { field: "witnessId" });
		const recordedById = personIdOf(world.actor);
		if (witness.membershipId === seat.membershipId || witness.holderId === recordedById) {
			return refused("witness-another", { field: "witnessId" });
		}
		if (recordedById === null) throw new NotFound();
		return store(world, open, input, { by: "on-behalf", actingId: null, recordedById, witnessId });
	},
);

type How = {
	by: "member" | "substitute" | "on-behalf";
	actingId: string | null;
	recordedById: string | null;
	witnessId: string | null;
};

async function store(world: ActWorld, open: OpenVote, input: Cast, how: How): Promise<Outcome<null, Refused>> {
	const { id, membershipId, choice, reason } = input;
	if (!open.isOpen) return refused("voting-closed");
	const problem = choiceProblem(open, choice, reason);
	if (problem) return { done: false, refusals: [problem] };
	const key = { recommendationId: id, membershipId };
	// one after the other per seat
	await world.db.$queryRaw`SELECT 1 FROM electorate_entry
		WHERE recommendation_id = ${id}::uuid AND membership_id = ${membershipId}::uuid FOR UPDATE`;
	const existing = await world.db.groupVote.findUnique({ where: { recommendationId_membershipId: key } });
	if (!mayReplace(existing, how.by)) return refused("member-has-voted");
	if (how.actingId) {
		// whom a body sent stands in for each of its seats, but only for one of them at a time; one vote after the other
		await world.db.$queryRaw`SELECT 1 FROM group_membership WHERE id = ${how.actingId}::uuid FOR UPDATE`;
		const elsewhere = { recommendationId: id, actingId: how.actingId, membershipId: { not: membershipId } };
		if ((await world.db.groupVote.count({ where: elsewhere })) > 0) return refused("substitute-elsewhere");
	}
	const data = {
		choice,
		reason: reason || null,
		castAt: world.now,
		actingId: how.actingId,
		recordedById: how.recordedById,
		witnessId: how.witnessId,
	};
	await world.db.groupVote.upsert({
		where: { recommendationId_membershipId: key },
		create: { ...key, ...data },
		update: data,
	});
	world.record({
		type: how.by === "on-behalf" ? "groups.vote.recorded-on-behalf" : "groups.vote.cast",
		subject: { kind: "recommendation", id },
		ownerId: open.group.organisationId,
		facts: {
			seat: membershipId,
			changed: existing !== null,
			...(how.actingId && { acting: how.actingId }),
			...(how.witnessId && { witness: how.witnessId }),
		},
	});
	return done(null);
}

function choiceProblem(
	{ rule, numbers }: OpenVote,
	choice: DecisionChoice,
	reason: string,
): Refusal<"choice-incomplete" | "reason-missing"> | null {
	if (!isPossibleChoice(rule, choice, numbers)) return { code: "choice-incomplete", field: "choice" };
	if (typeof choice === "string" && asksReason(rule, choice) && reason === "") {
		return { code: "reason-missing", field: "reason" };
	}
	return null;
}

/**
 * Casts a secret ballot, once and for good: the voter is marked in one conditional update, so that of any number of parallel
 * attempts one counts; the ballot is stored apart, without person, time or order. Nothing of it stands in the log.
 * @throws NotFound for a vote that is not there; Forbidden or SignInNeeded for who may not vote for this seat
 */
export const castSecretVote = command(
	"groups.cast-secret-vote",
	async (
		world: ActWorld,
		{ id, membershipId, choice }: Omit<Cast, "reason">,
	): Promise<Outcome<null, "voting-closed" | "choice-incomplete" | "already-cast" | "votes-on-paper">> => {
		const open = await openVote(world, id);
		const seat = ownSeatIn(open, personIdOf(world.actor), membershipId);
		demand(mayVote, world.actor, { seats: seat ? [seat] : [] });
		if (!seat || open.mode !== "secret") throw new NotFound();
		if (!open.isOpen) return refused("voting-closed");
		const problem = choiceProblem(open, choice, "");
		if (problem) return refused("choice-incomplete", { field: "choice" });
		const { count } = await world.db.groupSecretVoter.updateMany({
			where: { recommendationId: id, membershipId, hasVoted: false, onPaper: false },
			data: { hasVoted: true },
		});
		if (count === 0) {
			const slips = await world.db.groupSecretVoter.count({
				where: { recommendationId: id, membershipId, onPaper: true },
			});
			return refused(slips > 0 ? "votes-on-paper" : "already-cast");
		}
		const benchKind = open.vote.ballot?.withBench
			? (open.list.find((one) => one.membershipId === membershipId)?.benchKind ?? null)
			: null;
		await world.db.groupSecretBallot.create({ data: { id: randomUUID(), recommendationId: id, benchKind, choice } });
		return done(null);
	},
	{ silent: true },
);
