import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { accessOn } from "../../../guests/guest";
import { runGroup } from "../../../queries/managed-groups.server";
import { dayText } from "../../../queries/names.server";
import { bestSlots, countSlots, pollState, slotAnswerOf } from "../date-poll";
import { inviteeOfToken } from "../token.server";

const details = {
	slots: { orderBy: { startsAt: "asc" } },
	invitees: {
		include: {
			answers: true,
			guest: { select: { name: true } },
			membership: { select: { person: { select: { displayName: true } }, function: true } },
		},
		orderBy: { id: "asc" },
	},
} as const;

/** A date poll with everybody's answers, for who runs the group. @throws NotFound, Forbidden, SignInNeeded */
export async function managedPoll(view: View, at: { place: string; group: string; poll: string }) {
	const group = await runGroup(view, at);
	const poll = await view.db.datePoll.findFirst({ where: { id: at.poll, groupId: group.id }, include: details });
	if (!poll) throw new NotFound();
	const slotIds = poll.slots.map(({ id }) => id);
	const answers = poll.invitees.flatMap((one) => one.answers);
	const counts = countSlots(slotIds, answers, poll.invitees.length);
	const best = new Set(bestSlots(counts));
	return {
		id: poll.id,
		place: group.place,
		group: { slug: group.slug, name: group.name },
		title: poll.title,
		where: poll.place,
		answerUntil: dayText(poll.answerUntil),
		state: pollState(poll, today(view.now)),
		meetingId: poll.meetingId,
		slots: poll.slots.flatMap((slot) => {
			const count = counts.find(({ slotId }) => slotId === slot.id);
			if (!count) return [];
			const mayFix = poll.closedAt === null && slot.startsAt > view.now;
			return [{ id: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt, ...count, best: best.has(slot.id), mayFix }];
		}),
		invitees: poll.invitees.map((one) => ({
			id: one.id,
			name: one.membership?.person.displayName ?? one.guest?.name ?? "",
			isGuest: one.membership === null,
			answered: one.answeredAt !== null,
			writtenDown: one.writtenById !== null,
			answers: Object.fromEntries(one.answers.map(({ slotId, answer }) => [slotId, slotAnswerOf(answer)])),
		})),
	};
}

/** One who was asked, with their answers, for the form that writes them down. @throws NotFound, Forbidden, SignInNeeded */
export async function managedInvitee(view: View, at: { place: string; group: string; poll: string; invitee: string }) {
	const poll = await managedPoll(view, at);
	const invitee = poll.invitees.find(({ id }) => id === at.invitee);
	if (!invitee) throw new NotFound();
	return { poll, invitee };
}

/**
 * The page behind the link of a poll: the times, what one said, and how many others can.
 * @returns null for a guest whose access is over @throws NotFound
 */
export async function pollByToken(view: View, token: string) {
	const id = inviteeOfToken(token);
	const invitee = id
		? await view.db.datePollInvitee.findUnique({
				where: { id },
				include: {
					answers: true,
					guest: true,
					membership: { select: { person: { select: { displayName: true, erasedAt: true } } } },
					poll: { include: { ...details, group: { select: { name: true } }, meeting: { select: { startsAt: true } } } },
				},
			})
		: null;
	if (!invitee || invitee.membership?.person.erasedAt) throw new NotFound();
	if (invitee.guest && accessOn(invitee.guest, today(view.now)) !== "valid") return null;
	const { poll } = invitee;
	const counts = countSlots(
		poll.slots.map(({ id: slotId }) => slotId),
		poll.invitees.filter((one) => one.id !== invitee.id).flatMap((one) => one.answers),
		poll.invitees.length - 1,
	);
	return {
		inviteeId: invitee.id,
		name: invitee.membership?.person.displayName ?? invitee.guest?.name ?? "",
		group: poll.group.name,
		title: poll.title,
		where: poll.place,
		answerUntil: dayText(poll.answerUntil),
		state: pollState(poll, today(view.now)),
		fixedAt: poll.meeting?.startsAt ?? null,
		answered: invitee.answeredAt !== null,
		slots: poll.slots.map(({ id: slotId, startsAt, endsAt }) => ({
			id: slotId,
			startsAt,
			endsAt,
			others: counts.find((count) => count.slotId === slotId) ?? null,
			answer: invitee.answers.find((one) => one.slotId === slotId)?.answer ?? "",
		})),
	};
}
