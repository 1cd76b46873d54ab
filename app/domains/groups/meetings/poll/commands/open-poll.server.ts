import { type ActWorld, command } from "~/platform/act.server";
import { daysFrom, inForce, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { lockedFor } from "../../../charter/commands/lifecycle.server";
import { guestOf } from "../../../guests/known-guest.server";
import { mayRunGroup } from "../../../policy.server";
import type { gatherings } from "../../meeting";
import type { GuestLine } from "../date-poll";

type NewPoll = {
	groupId: string;
	title: string;
	place: string;
	format: (typeof gatherings)[number];
	isPublic: boolean;
	/** Last day for answers (stored date). */
	answerUntil: Date;
	slots: { startsAt: Date; endsAt: Date }[];
	guests: GuestLine[];
};

type PollRefused =
	| "slots-too-few"
	| "slot-twice"
	| "slot-in-the-past"
	| "group-not-then"
	| "answer-too-late"
	| "guest-twice"
	| "guests-not-foreseen"
	| "nobody-to-ask";

/**
 * Asks the members and substitutes of today, and guests by mail address, when they can meet. Everybody who is asked is told
 * after the act, with a link that answers without an account.
 * @throws NotFound for a group that is not there; Forbidden or SignInNeeded
 */
export const openDatePoll = command(
	"groups.open-date-poll",
	async (world: ActWorld, input: NewPoll): Promise<Outcome<{ pollId: string }, PollRefused>> => {
		const { groupId, slots, guests, ...about } = input;
		const group = await lockedFor(world, groupId, mayRunGroup);
		if (slots.length < 2) return refused("slots-too-few", { field: "slot-1" });
		const starts = slots.map(({ startsAt }) => startsAt.getTime());
		if (new Set(starts).size < starts.length) return refused("slot-twice", { field: "slot-1" });
		if (slots.some(({ startsAt }) => startsAt <= world.now)) return refused("slot-in-the-past", { field: "slot-1" });
		const outside = slots.some(({ startsAt }) => {
			const day = today(startsAt);
			return day < group.validFrom || (group.validUntil !== null && day >= group.validUntil);
		});
		if (outside) return refused("group-not-then", { field: "slot-1" });
		const firstDay = today(new Date(Math.min(...starts)));
		if (about.answerUntil < today(world.now) || about.answerUntil > firstDay) {
			return refused("answer-too-late", { field: "answerUntil" });
		}
		if (new Set(guests.map(({ email }) => email.toLowerCase())).size < guests.length) {
			return refused("guest-twice", { field: "guests" });
		}
		if (guests.length > 0 && group.charter.guestsBy === "nobody") {
			return refused("guests-not-foreseen", { field: "guests" });
		}
		const members = await world.db.groupMembership.findMany({
			where: { groupId, ...inForce(today(world.now)), person: { erasedAt: null } },
			select: { id: true },
			orderBy: { id: "asc" },
		});
		if (members.length + guests.length === 0) return refused("nobody-to-ask");
		// the access of who is asked lasts as long as a date may be fixed
		const validUntil = daysFrom(today(new Date(Math.max(...starts))), 1);
		const guestIds: string[] = [];
		for (const guest of guests) guestIds.push(await guestOf(world, groupId, { ...guest, validUntil }));
		const pollId = newId(world.now);
		await world.db.datePoll.create({
			data: {
				id: pollId,
				groupId,
				...about,
				createdAt: world.now,
				slots: { create: slots.map((slot) => ({ id: newId(world.now), ...slot })) },
				invitees: {
					create: [
						...members.map(({ id: membershipId }) => ({ id: newId(world.now), membershipId })),
						...guestIds.map((guestId) => ({ id: newId(world.now), guestId })),
					],
				},
			},
		});
		world.record({
			type: "groups.date-poll.opened",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: { poll: pollId, slots: slots.length, members: members.length, guests: guests.length },
		});
		return done({ pollId });
	},
);
