import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { replyPath } from "../invitation/token.server";
import { memberMessages } from "../member-messages";
import { answerPath } from "../poll/token.server";

const most = 20;

/**
 * What waits for a member: dates to answer, invitations without a reply, circular procedures without an answer.
 * @param groupId only what waits in this group
 */
export async function waitingMeetings(view: View, groupId?: string): Promise<Waiting[]> {
	const personId = personIdOf(view.actor);
	if (!personId) return [];
	const day = today(view.now);
	const membership = { personId, ...(groupId ? { groupId } : {}), ...inForce(day) };
	const [polls, invitations, circulars] = await Promise.all([
		view.db.datePollInvitee.findMany({
			where: { membership, answeredAt: null, poll: { closedAt: null, answerUntil: { gte: day } } },
			select: { id: true, poll: { select: { title: true, group: { select: { name: true } } } } },
			orderBy: { id: "asc" },
			take: most,
		}),
		view.db.meetingInvitation.findMany({
			where: {
				membership: { ...membership, function: { not: "substitute" } },
				reply: null,
				meeting: { invitedAt: { not: null }, begunAt: null, cancelledAt: null, startsAt: { gt: view.now } },
			},
			select: { id: true, meeting: { select: { title: true, group: { select: { name: true } } } } },
			orderBy: { id: "asc" },
			take: most,
		}),
		view.db.agendaItem.findMany({
			where: {
				meeting: {
					format: "circular",
					begunAt: { not: null },
					heldAt: null,
					cancelledAt: null,
					endsAt: { gt: view.now },
					group: { memberships: { some: { ...membership, function: { not: "substitute" } } } },
				},
				writtenAnswers: { none: { membership: { personId } } },
				biases: { none: { membership: { personId } } },
			},
			select: {
				title: true,
				meeting: {
					select: {
						id: true,
						group: {
							select: { name: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } },
						},
					},
				},
			},
			orderBy: { id: "asc" },
			take: most,
		}),
	]);
	const t = textFor(view.locale, memberMessages);
	const one = (label: string, about: string, href: string, urgent: boolean): Waiting => ({
		label,
		about,
		count: null,
		href,
		urgent,
	});
	return [
		...circulars.map(({ title, meeting: { id, group } }) =>
			one(
				t("waiting.circular", { title }),
				group.name,
				`/o/${group.organisation.space?.slug ?? ""}/arbeitskreise/${group.slug}/sitzungen/${id}/schriftlich`,
				true,
			),
		),
		...polls.map(({ id, poll }) => one(t("poll", { title: poll.title }), poll.group.name, answerPath(id), false)),
		...invitations.map(({ id, meeting }) =>
			one(t("waiting.reply", { title: meeting.title }), meeting.group.name, replyPath(id), false),
		),
	];
}
