import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, Forbidden, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { charterOn } from "../../../charter/charter";
import { seatsOn } from "../../../group";
import { groupById } from "../../../queries/find-group.server";
import { lockedMeeting } from "../../commands/meetings.server";
import { nextPosition } from "../carry-over.server";
import { takesMotions } from "../motion.server";

/** So many open motions of one member for one meeting are enough. */
const mostMotions = 5;

/**
 * Asks for an item of a meeting's agenda: a member with a seat on its day, until the charter's deadline. Who runs the group
 * decides, and a no has a reason.
 * @throws NotFound for a meeting that is not there; SignInNeeded for guests, Forbidden for who has no seat
 */
export const submitMotion = command(
	"groups.submit-motion",
	async (
		world: ActWorld,
		{ meetingId, title, text }: { meetingId: string; title: string; text: string },
	): Promise<Outcome<{ motionId: string }, "motions-closed" | "too-many-motions">> => {
		await world.db.$queryRaw`SELECT id FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
		const meeting = await world.db.meeting.findUnique({ where: { id: meetingId } });
		if (!meeting) throw new NotFound();
		const personId = personIdOf(world.actor);
		if (!personId) throw new SignInNeeded();
		const group = await groupById(world, meeting.groupId);
		const memberships = await world.db.groupMembership.findMany({ where: { groupId: group.id } });
		const seat = seatsOn(memberships, meeting.day).find((one) => one.personId === personId);
		if (!seat) throw new Forbidden();
		if (!takesMotions(meeting, charterOn(group.charters, meeting.day).motionDays, world.now)) {
			return refused("motions-closed");
		}
		const open = await world.db.agendaMotion.count({
			where: { meetingId, membershipId: seat.id, agendaItemId: null, declinedAt: null },
		});
		if (open >= mostMotions) return refused("too-many-motions", { values: { most: mostMotions } });
		const id = newId(world.now);
		await world.db.agendaMotion.create({
			data: { id, meetingId, membershipId: seat.id, title, text, submittedAt: world.now },
		});
		world.record({
			type: "groups.motion.submitted",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { motion: id, seat: seat.id },
		});
		return done({ motionId: id });
	},
);

/**
 * Decides on a motion: puts it on the agenda as its last item, or declines it with a reason. Once.
 * @throws NotFound for a motion that is not there; Forbidden or SignInNeeded for who does not run the group
 */
export const decideMotion = command(
	"groups.decide-motion",
	async (
		world: ActWorld,
		input: { meetingId: string; motionId: string; take: boolean; isPublic: boolean; reason: string },
	): Promise<Outcome<null, "not-now" | "meeting-begun" | "reason-missing">> => {
		const { meeting, group } = await lockedMeeting(world, input.meetingId);
		const motion = await world.db.agendaMotion.findFirst({ where: { id: input.motionId, meetingId: meeting.id } });
		if (!motion) throw new NotFound();
		if (motion.agendaItemId || motion.declinedAt) return refused("not-now");
		if (!input.take && input.reason.trim().length < 3) return refused("reason-missing", { field: "reason" });
		if (input.take && (meeting.heldAt || meeting.cancelledAt)) return refused("meeting-begun");
		if (input.take) {
			const itemId = newId(world.now);
			const position = await nextPosition(world, meeting.id);
			await world.db.agendaItem.create({
				data: { id: itemId, meetingId: meeting.id, position, title: motion.title, isPublic: input.isPublic },
			});
			await world.db.agendaMotion.update({ where: { id: motion.id }, data: { agendaItemId: itemId } });
		} else {
			await world.db.agendaMotion.update({
				where: { id: motion.id },
				data: { declinedAt: world.now, declineReason: input.reason.trim() },
			});
		}
		world.record({
			type: input.take ? "groups.motion.taken" : "groups.motion.declined",
			subject: { kind: "meeting", id: meeting.id },
			ownerId: group.organisationId,
			facts: { motion: motion.id },
		});
		return done(null);
	},
);
