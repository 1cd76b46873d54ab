import { type ActWorld, command } from "~/platform/act.server";
import { daysFrom } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { guestOf } from "../../../guests/known-guest.server";
import { lockedMeeting } from "../../commands/meetings.server";

type VisitorRefused =
	| "guests-not-foreseen"
	| "not-begun"
	| "meeting-held"
	| "name-missing"
	| "already-there"
	| "not-there";

/**
 * A guest comes: invited, or by name at the door. Guests are listed with their capacity and never count for quorum or votes.
 * @throws NotFound for a meeting or invitation that is not there, or whose guest's access was revoked; Forbidden or SignInNeeded
 */
export const visitorArrives = command(
	"groups.visitor-arrives",
	async (
		world: ActWorld,
		{
			meetingId,
			visitor,
			capacity,
		}: { meetingId: string; visitor: { invitationId: string } | { name: string }; capacity: "guest" | "reporting" },
	): Promise<Outcome<null, VisitorRefused>> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.heldAt) return refused("meeting-held");
		if (!meeting.begunAt) return refused("not-begun");
		let id: string;
		if ("name" in visitor) {
			if (group.charter.guestsBy === "nobody") return refused("guests-not-foreseen", { field: "name" });
			const name = visitor.name.trim().slice(0, 120);
			if (name.length < 2) return refused("name-missing", { field: "name" });
			const guestId = await guestOf(world, group.id, { name, email: null, validUntil: daysFrom(meeting.day, 1) });
			id = newId(world.now);
			await world.db.meetingInvitation.create({
				data: { id, meetingId, guestId, invitedAt: world.now, capacity, arrivedAt: world.now },
			});
		} else {
			id = visitor.invitationId;
			const invited = await world.db.meetingInvitation.findFirst({
				where: { id, meetingId, guest: { revokedAt: null } },
			});
			if (!invited) throw new NotFound();
			if (invited.arrivedAt && !invited.leftAt) return refused("already-there");
			await world.db.meetingInvitation.update({
				where: { id },
				data: { capacity, arrivedAt: invited.arrivedAt ?? world.now, leftAt: null },
			});
		}
		world.record({
			type: "groups.visitor.arrived",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { invitation: id, capacity },
		});
		return done(null);
	},
);

/**
 * A guest leaves.
 * @throws NotFound for a meeting or guest that is not there; Forbidden or SignInNeeded
 */
export const visitorLeaves = command(
	"groups.visitor-leaves",
	async (
		world: ActWorld,
		{ meetingId, invitationId }: { meetingId: string; invitationId: string },
	): Promise<Outcome<null, VisitorRefused>> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.heldAt) return refused("meeting-held");
		const { count } = await world.db.meetingInvitation.updateMany({
			where: { id: invitationId, meetingId, guestId: { not: null }, arrivedAt: { lt: world.now }, leftAt: null },
			data: { leftAt: world.now },
		});
		if (count === 0) return refused("not-there");
		world.record({
			type: "groups.visitor.left",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { invitation: invitationId },
		});
		return done(null);
	},
);
