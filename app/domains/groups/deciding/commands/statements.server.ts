import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { isBlocking, storedDecisionRule } from "../../../counting/index";
import { mayRunGroup } from "../../policy.server";
import { choiceOf } from "../count.server";
import { mayVote } from "../policy.server";
import type { StatementKind, Treatment } from "../statement";
import { locked, possible } from "./votes.server";

/**
 * Writes a reservation or a minority opinion beside the result, until it is published; a second one of the same kind takes the
 * place of the first, an empty one takes it away. Every member on the voting list may, however they voted.
 * @throws NotFound for a vote that is not there; Forbidden or SignInNeeded for who has no seat on its voting list
 */
export const writeStatement = command(
	"groups.write-statement",
	async (
		world: ActWorld,
		{ id, kind, text }: { id: string; kind: StatementKind; text: string },
	): Promise<Outcome<null, "not-now" | "statement-missing">> => {
		const { recommendation, group } = await locked(world, id);
		const seat = await world.db.electorateEntry.findFirst({
			where: { recommendationId: id, biased: false, membership: { personId: personIdOf(world.actor) ?? id } },
			select: { membershipId: true },
		});
		demand(mayVote, world.actor, { seats: seat ? [seat] : [] });
		if (!seat) throw new NotFound();
		if (!possible("state", recommendation)) return refused("not-now");
		const key = { recommendationId: id, membershipId: seat.membershipId, kind };
		if (text === "") {
			const { count } = await world.db.groupStatement.deleteMany({ where: key });
			if (count === 0) return refused("statement-missing", { field: "text" });
		} else {
			await world.db.groupStatement.upsert({
				where: { recommendationId_membershipId_kind: key },
				create: { ...key, text, writtenAt: world.now },
				update: { text, writtenAt: world.now },
			});
		}
		world.record({
			type: text === "" ? "groups.statement.withdrawn" : "groups.statement.written",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
			facts: { kind, seat: seat.membershipId },
		});
		return done(null);
	},
);

/**
 * Says how an objection or a veto was dealt with, between counting and certifying. It changes no result: an objection that was
 * integrated leads to another wording, and that is another vote.
 * @throws NotFound for a vote that is not there; Forbidden or SignInNeeded
 */
export const treatObjection = command(
	"groups.treat-objection",
	async (
		world: ActWorld,
		input: { id: string; membershipId: string; outcome: Treatment; note: string },
	): Promise<Outcome<null, "not-now" | "no-objection" | "note-missing">> => {
		const { id, membershipId, outcome, note } = input;
		const { recommendation, group } = await locked(world, id);
		demand(mayRunGroup, world.actor, group);
		if (!possible("treat", recommendation)) return refused("not-now");
		const key = { recommendationId: id, membershipId };
		const vote = await world.db.groupVote.findUnique({ where: { recommendationId_membershipId: key } });
		if (!vote || !isBlocking(storedDecisionRule(recommendation.rule), String(choiceOf(vote.choice)))) {
			return refused("no-objection");
		}
		if (note === "") return refused("note-missing", { field: "note" });
		const data = { outcome, note, treatedAt: world.now, treatedById: personIdOf(world.actor) };
		await world.db.groupObjectionTreatment.upsert({
			where: { recommendationId_membershipId: key },
			create: { ...key, ...data },
			update: data,
		});
		world.record({
			type: "groups.objection.treated",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
			facts: { seat: membershipId, outcome },
		});
		return done(null);
	},
);
