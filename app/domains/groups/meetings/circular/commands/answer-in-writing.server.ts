import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { seatsOn, standsInFor, substitutesOn } from "../../../group";
import { mayRunGroup } from "../../../policy.server";
import { groupById } from "../../../queries/find-group.server";
import { endOf } from "../../meeting";
import type { WrittenChoice } from "../written";

type Given = {
	itemId: string;
	/** The seat that answers. */
	membershipId: string;
	answer: WrittenChoice;
	/** Needed for an objection. */
	reason: string;
	/** From paper: the seat of the member who read it too. */
	witnessId?: string | null;
};

type WrittenRefused =
	| "not-circular"
	| "circular-over"
	| "biased"
	| "not-a-seat"
	| "reason-missing"
	| "witness-missing"
	| "witness-another"
	| "member-has-voted"
	| "substitute-elsewhere";

/**
 * Answers an item of a circular procedure in writing: the holder of a seat, the substitute who acts for it, or who runs the
 * group, from a signed paper that another member has read too. May be changed until the deadline. An objection is against the procedure, not the matter.
 * @throws NotFound for an item or seat that is not there; Forbidden or SignInNeeded
 */
export const answerInWriting = command(
	"groups.answer-in-writing",
	async (world: ActWorld, input: Given): Promise<Outcome<null, WrittenRefused>> => {
		const { itemId, membershipId, answer, reason } = input;
		const found = await world.db.agendaItem.findUnique({ where: { id: itemId }, select: { meetingId: true } });
		if (!found) throw new NotFound();
		// finishing takes the same lock: an answer either counts or is refused
		await world.db.$queryRaw`SELECT id FROM meeting WHERE id = ${found.meetingId}::uuid FOR UPDATE`;
		const item = await world.db.agendaItem.findUniqueOrThrow({
			where: { id: itemId },
			include: { meeting: true, biases: { select: { membershipId: true } } },
		});
		const { meeting } = item;
		const group = await groupById(world, meeting.groupId);
		const memberships = await world.db.groupMembership.findMany({ where: { groupId: meeting.groupId } });
		const seats = seatsOn(memberships, meeting.day);
		const seat = seats.find(({ id }) => id === membershipId);
		if (!seat) throw new NotFound();
		const personId = personIdOf(world.actor);
		const own =
			personId !== null &&
			(seat.personId === personId ||
				substitutesOn(memberships, meeting.day).some((one) => standsInFor(one, seat) && one.personId === personId));
		if (!own) demand(mayRunGroup, world.actor, group);
		if (meeting.format !== "circular" || !meeting.begunAt) return refused("not-circular");
		if (meeting.heldAt || meeting.cancelledAt || endOf(meeting) <= world.now) return refused("circular-over");
		if (item.biases.some((one) => one.membershipId === membershipId)) return refused("biased");
		if (answer === "object" && reason.trim().length < 3) return refused("reason-missing", { field: "reason" });
		const witness = own ? null : seats.find(({ id }) => id === input.witnessId);
		if (witness === undefined) return refused("witness-missing", { field: "witness" });
		if (witness && (witness.id === seat.id || witness.personId === personId)) {
			return refused("witness-another", { field: "witness" });
		}
		const key = { agendaItemId: itemId, membershipId };
		const given = await world.db.writtenAnswer.findUnique({ where: { agendaItemId_membershipId: key } });
		if (!own && given && !given.fromPaper) return refused("member-has-voted");
		if (own && seat.personId !== personId) {
			// the meeting's lock lets them answer one after the other
			const held = seats.filter((one) => one.personId === personId).map(({ id }) => id);
			const elsewhere = await world.db.writtenAnswer.count({
				where: {
					agendaItemId: itemId,
					answeredById: personId,
					fromPaper: false,
					membershipId: { notIn: [...held, membershipId] },
				},
			});
			if (elsewhere > 0) return refused("substitute-elsewhere");
		}
		const data = {
			answer,
			reason: reason.trim(),
			answeredAt: world.now,
			answeredById: personId,
			fromPaper: !own,
			witnessId: witness?.id ?? null,
		};
		await world.db.writtenAnswer.upsert({
			where: { agendaItemId_membershipId: key },
			create: { ...key, ...data },
			update: data,
		});
		world.record({
			type: "groups.circular.answered",
			subject: { kind: "meeting", id: meeting.id },
			ownerId: group.organisationId,
			facts: {
				item: itemId,
				membership: membershipId,
				answer,
				fromPaper: !own,
				...(witness && { witness: witness.id }),
			},
		});
		return done(null);
	},
);
