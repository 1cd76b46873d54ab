import { command } from "~/platform/act.server";
import { house } from "~/platform/actor";
import { done, type Outcome } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { lockedMeeting } from "../../commands/meetings.server";
import { writeInvitations } from "../write-invitations.server";

const inviteLater = command(
	"groups.invite-later",
	async (world, { meetingId }: { meetingId: string }): Promise<Outcome<number>> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		const added = meeting.begunAt || meeting.cancelledAt ? [] : await writeInvitations(world, meeting);
		for (const invitation of added) {
			world.record({
				type: "groups.meeting.invited-later",
				subject: { kind: "meeting", id: meetingId },
				ownerId: group.organisationId,
				facts: { invitation },
			});
		}
		return done(added.length);
	},
	{ silent: true },
);

/**
 * Invites those who came to the group after an invitation had been sent, but belong to it on the meeting's day.
 * @returns how many were invited
 */
export async function completeInvitations(world: World): Promise<number> {
	const incomplete = await world.db.$queryRaw<{ id: string }[]>`
		SELECT DISTINCT meeting.id FROM meeting
		JOIN group_membership ON group_membership.group_id = meeting.group_id
			AND group_membership.valid_from <= meeting.day
			AND (group_membership.valid_until IS NULL OR group_membership.valid_until > meeting.day)
		JOIN person ON person.id = group_membership.person_id AND person.erased_at IS NULL
		WHERE meeting.invited_at IS NOT NULL AND meeting.begun_at IS NULL AND meeting.cancelled_at IS NULL
			AND meeting.starts_at > ${world.now}
			AND NOT EXISTS (SELECT FROM meeting_invitation
				WHERE meeting_invitation.meeting_id = meeting.id AND meeting_invitation.membership_id = group_membership.id)
		LIMIT 100`;
	let invited = 0;
	for (const { id: meetingId } of incomplete) {
		const outcome = await inviteLater({ ...world, actor: house }, { meetingId });
		if (outcome.done) invited += outcome.value;
	}
	return invited;
}
