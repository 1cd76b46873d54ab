import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { accessOn } from "../../../guests/guest";
import { mayRunGroup } from "../../../policy.server";
import { groupById } from "../../../queries/find-group.server";
import { substitutesFor } from "../../../queries/substitutes.server";
import type { Reply } from "../reply";

type ReplyRefused = "meeting-begun" | "meeting-cancelled" | "no-substitute";

/**
 * Says whether somebody who was invited comes, whether their substitute does, or neither; may be changed until the meeting
 * begins. The bearer of the link answers for the invitation it was made for (`byLink`); otherwise it is asked who may: the
 * invited person, or who runs the group and writes down what came on paper or by telephone.
 * @throws NotFound for an invitation that is not there, and for the link of a guest whose access is over; Forbidden or SignInNeeded
 */
export const replyToInvitation = command(
	"groups.reply-to-invitation",
	async (
		world: ActWorld,
		{ invitationId, reply, byLink }: { invitationId: string; reply: Reply; byLink: boolean },
	): Promise<Outcome<null, ReplyRefused>> => {
		await world.db.$queryRaw`SELECT id FROM meeting_invitation WHERE id = ${invitationId}::uuid FOR UPDATE`;
		const invitation = await world.db.meetingInvitation.findUnique({
			where: { id: invitationId },
			include: { meeting: true, membership: true, guest: true },
		});
		if (!invitation) throw new NotFound();
		if (byLink && invitation.guest && accessOn(invitation.guest, today(world.now)) !== "valid") throw new NotFound();
		const { meeting, membership } = invitation;
		const personId = personIdOf(world.actor);
		const own = membership !== null && membership.personId === personId;
		const group = await groupById(world, meeting.groupId);
		if (!byLink && !own) demand(mayRunGroup, world.actor, group);
		if (meeting.cancelledAt) return refused("meeting-cancelled");
		if (meeting.begunAt || meeting.startsAt <= world.now) return refused("meeting-begun");
		if (reply === "substitute") {
			const standInsOf = await substitutesFor(world, meeting.groupId, meeting.day);
			if (!membership || standInsOf(membership).length === 0) return refused("no-substitute", { field: "reply" });
		}
		const forThem = !byLink && !own;
		await world.db.meetingInvitation.update({
			where: { id: invitationId },
			data: { reply, repliedAt: world.now, repliedById: forThem ? personId : null },
		});
		world.record({
			type: "groups.invitation.replied",
			subject: { kind: "meeting", id: meeting.id },
			ownerId: group.organisationId,
			facts: { invitation: invitationId, reply, forThem, changed: invitation.reply !== reply },
		});
		return done(null);
	},
);
