import { inForce, today } from "~/platform/calendar.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { openVotesFor } from "../../deciding/queries/ballot-page.server";
import { waitingMeetings } from "../../meetings/queries/waiting.server";
import { dayText } from "../../queries/names.server";
import { openStates } from "../../tasks/task";
import type { MemberEntry } from "../member-section.server";
import { memberMessages } from "../messages";

/**
 * What a group asks of this member today, most urgent first: votes not cast, answers in writing, dates and invitations not
 * answered, minutes to which they may still object, tasks of their own. The caller has asked that the reader is a member.
 */
export async function askedOfMe(
	view: View,
	{ group, personId, path }: { group: { id: string }; personId: string; path: string },
): Promise<MemberEntry[]> {
	const t = textFor(view.locale, memberMessages);
	const { date, dateTime } = formatFor(view.locale);
	const day = today(view.now);
	const [votes, meetings, minutes, tasks] = await Promise.all([
		openVotesFor(view, group.id),
		waitingMeetings(view, group.id),
		view.db.minutes.findMany({
			where: {
				circulatedAt: { not: null },
				finalAt: null,
				objectionsUntil: { gte: day },
				meeting: { groupId: group.id },
			},
			select: { objectionsUntil: true, meeting: { select: { id: true, title: true, day: true } } },
			orderBy: [{ objectionsUntil: "asc" }, { id: "asc" }],
			take: 20,
		}),
		view.db.actionItem.findMany({
			where: { groupId: group.id, member: { personId }, state: { in: [...openStates] } },
			select: { id: true, title: true, dueOn: true },
			orderBy: [{ dueOn: "asc" }, { id: "asc" }],
			take: 20,
		}),
	]);
	const seats = await view.db.groupMembership.findMany({
		where: { groupId: group.id, personId, ...inForce(day) },
		select: { validFrom: true },
		orderBy: [{ validFrom: "asc" }, { id: "asc" }],
	});
	// objections are those of who belonged to the group on the day of the meeting
	const since = seats[0]?.validFrom ?? null;
	return [
		...votes
			.filter(({ hasVoted }) => !hasVoted)
			.map(({ code, title, closesAt }) => ({
				text: t("asked.vote", { title }),
				href: `${path}/abstimmungen/${code}`,
				note: closesAt ? t("asked.until", { until: dateTime(closesAt) }) : undefined,
			})),
		...meetings.map(({ label, href }) => ({ text: label, href })),
		...minutes
			.filter(({ meeting }) => since !== null && since <= meeting.day)
			.map(({ meeting, objectionsUntil }) => ({
				text: t("asked.minutes", { title: meeting.title }),
				href: `${path}/sitzungen/${meeting.id}/protokoll`,
				note: objectionsUntil ? t("asked.objections", { until: date(dayText(objectionsUntil)) }) : undefined,
			})),
		...tasks.map(({ id, title, dueOn }) => ({
			text: t("asked.task", { title }),
			href: `${path}/aufgaben/${id}`,
			note: t("asked.until", { until: date(dayText(dueOn)) }),
		})),
	];
}
