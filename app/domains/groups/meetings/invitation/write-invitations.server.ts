import type { ActWorld } from "~/platform/act.server";
import { inForce } from "~/platform/calendar.server";
import { newId } from "~/platform/tokens.server";

/**
 * Gives everybody who sits in the group or stands in on the day of a meeting an invitation, unless they have one; called
 * inside an act. Computed for the meeting's day, not for today.
 * @returns ids of the invitations that are new
 */
export async function writeInvitations(
	world: ActWorld,
	meeting: { id: string; groupId: string; day: Date },
): Promise<string[]> {
	const [memberships, present] = await Promise.all([
		world.db.groupMembership.findMany({
			where: { groupId: meeting.groupId, ...inForce(meeting.day), person: { erasedAt: null } },
			select: { id: true },
			orderBy: { id: "asc" },
		}),
		world.db.meetingInvitation.findMany({ where: { meetingId: meeting.id }, select: { membershipId: true } }),
	]);
	const invited = new Set(present.map(({ membershipId }) => membershipId));
	const rows = memberships
		.filter(({ id }) => !invited.has(id))
		.map(({ id: membershipId }) => ({
			id: newId(world.now),
			meetingId: meeting.id,
			membershipId,
			invitedAt: world.now,
		}));
	await world.db.meetingInvitation.createMany({ data: rows, skipDuplicates: true });
	return rows.map(({ id }) => id);
}
