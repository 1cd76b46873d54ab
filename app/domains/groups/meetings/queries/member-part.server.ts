import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { replyOf } from "../invitation/reply";
import { replyPath } from "../invitation/token.server";
import { formatOf } from "../meeting";
import { answerPath } from "../poll/token.server";

/** What a member has to do about meetings of a group: dates to answer, the next meetings with their reply, circular procedures. */
export async function memberMeetings(view: View, groupId: string) {
	const personId = personIdOf(view.actor);
	if (!personId) return null;
	const mine = await view.db.groupMembership.findMany({
		where: { groupId, personId, ...inForce(today(view.now)) },
		select: { id: true },
	});
	if (mine.length === 0) return null;
	const ids = mine.map(({ id }) => id);
	const [polls, meetings] = await Promise.all([
		view.db.datePollInvitee.findMany({
			where: { membershipId: { in: ids }, poll: { closedAt: null, answerUntil: { gte: today(view.now) } } },
			select: { id: true, answeredAt: true, poll: { select: { title: true } } },
			orderBy: { id: "asc" },
			take: 20,
		}),
		view.db.meeting.findMany({
			where: {
				groupId,
				heldAt: null,
				cancelledAt: null,
				OR: [{ startsAt: { gt: view.now } }, { begunAt: { not: null } }],
			},
			include: { invitations: { where: { membershipId: { in: ids } } } },
			orderBy: [{ startsAt: "asc" }, { id: "asc" }],
			take: 10,
		}),
	]);
	return {
		polls: polls.map(({ id, answeredAt, poll }) => ({
			id,
			title: poll.title,
			href: answerPath(id),
			answered: answeredAt !== null,
		})),
		meetings: meetings.map(({ id, title, startsAt, endsAt, format, begunAt, invitations }) => {
			const [invitation] = invitations;
			return {
				id,
				title,
				startsAt,
				endsAt,
				format: formatOf(format),
				running: begunAt !== null,
				reply: invitation ? { state: replyOf(invitation.reply), href: replyPath(invitation.id) } : null,
			};
		}),
	};
}

export type MemberMeetings = NonNullable<Awaited<ReturnType<typeof memberMeetings>>>;
