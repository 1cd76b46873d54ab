import { addAgendaItem, inviteToMeeting, planMeeting } from "~/domains/groups/meetings/commands/meetings.server";
import { openDatePoll } from "~/domains/groups/meetings/poll/commands/open-poll.server";
import { arrive, beginMeeting } from "~/domains/groups/meetings/running/commands/run-meeting.server";
import { house } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

const hour = 60 * 60 * 1000;

/** A meeting that was opened on time; these seats came at its beginning. */
export async function runningMeeting(
	world: World,
	wanted: { groupId: string; startsAt: Date; items: readonly string[]; seats: readonly string[]; isPublic?: boolean },
): Promise<{ meetingId: string; itemIds: string[] }> {
	const { groupId, startsAt, items, seats, isPublic = true } = wanted;
	const before: World = { ...world, actor: house, now: new Date(startsAt.getTime() - 48 * hour) };
	const { meetingId } = must(
		await planMeeting(before, { groupId, startsAt, title: "Laufende Sitzung", place: "Rathaus", isPublic }),
	);
	const itemIds = [];
	for (const title of items) {
		const item = { meetingId, title, isPublic: true, takenUpId: null };
		itemIds.push(must(await addAgendaItem(before, item)).agendaItemId);
	}
	must(await inviteToMeeting(before, { meetingId }));
	const begun: World = { ...world, actor: house, now: startsAt };
	must(await beginMeeting(begun, { meetingId }));
	for (const membershipId of seats) must(await arrive(begun, { meetingId, membershipId, substituteId: null }));
	return { meetingId, itemIds };
}

/** A circular procedure that was sent out now, with one question; answers are possible for a week. */
export async function circular(
	world: World,
	wanted: { groupId: string; title: string; proposal: string },
): Promise<{ meetingId: string; itemId: string; endsAt: Date }> {
	const acting: World = { ...world, actor: house };
	const endsAt = new Date(world.now.getTime() + 7 * 24 * hour);
	const { meetingId } = must(
		await planMeeting(acting, {
			groupId: wanted.groupId,
			title: wanted.title,
			startsAt: world.now,
			endsAt,
			place: "",
			isPublic: false,
			format: "circular",
		}),
	);
	const item = { meetingId, title: wanted.title, isPublic: true, takenUpId: null, proposal: wanted.proposal };
	const { agendaItemId: itemId } = must(await addAgendaItem(acting, item));
	must(await inviteToMeeting(acting, { meetingId }));
	return { meetingId, itemId, endsAt };
}

/** A date poll with times on the coming days at 18:00 UTC, open until the first of them. */
export async function datePoll(
	world: World,
	wanted: { groupId: string; days: readonly number[]; guests?: { name: string; email: string }[] },
): Promise<string> {
	const slots = wanted.days.map((days) => {
		const startsAt = new Date(today(world.now).getTime() + (days * 24 + 18) * hour);
		return { startsAt, endsAt: new Date(startsAt.getTime() + 2 * hour) };
	});
	const [first] = slots;
	if (!first) throw new Error("a poll needs times");
	const outcome = await openDatePoll(
		{ ...world, actor: house },
		{
			groupId: wanted.groupId,
			title: "Vierte Sitzung",
			place: "Rathaus",
			format: "meeting",
			isPublic: true,
			answerUntil: today(first.startsAt),
			slots,
			guests: wanted.guests ?? [],
		},
	);
	return must(outcome).pollId;
}
