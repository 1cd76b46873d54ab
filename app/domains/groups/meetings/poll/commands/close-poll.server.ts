import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayRunGroup } from "../../../policy.server";
import { groupById } from "../../../queries/find-group.server";
import { planMeeting } from "../../commands/meetings.server";

async function lockedPoll(world: ActWorld, pollId: string) {
	await world.db.$queryRaw`SELECT id FROM date_poll WHERE id = ${pollId}::uuid FOR UPDATE`;
	const poll = await world.db.datePoll.findUnique({
		where: { id: pollId },
		include: { slots: true, invitees: { where: { guest: { revokedAt: null } } } },
	});
	if (!poll) throw new NotFound();
	const group = await groupById(world, poll.groupId);
	demand(mayRunGroup, world.actor, group);
	return { poll, group };
}

type FixRefused =
	| "poll-closed"
	| "slot-in-the-past"
	| "group-not-then"
	| "not-in-this-state"
	| "ends-before-beginning"
	| "end-missing";

/**
 * Fixes one of the times: the meeting is planned, and everybody who was asked, guests as well, is told after the act with an
 * entry for the calendar. Of two at once one passes.
 * @returns id of the meeting
 * @throws NotFound for a poll or time that is not there; Forbidden or SignInNeeded
 */
export const fixDate = command(
	"groups.fix-date",
	async (
		world: ActWorld,
		{ pollId, slotId }: { pollId: string; slotId: string },
	): Promise<Outcome<{ meetingId: string }, FixRefused>> => {
		const { poll, group } = await lockedPoll(world, pollId);
		if (poll.closedAt) return refused("poll-closed");
		const slot = poll.slots.find(({ id }) => id === slotId);
		if (!slot) throw new NotFound();
		if (slot.startsAt <= world.now) return refused("slot-in-the-past");
		const planned = await planMeeting(world, {
			groupId: poll.groupId,
			title: poll.title,
			startsAt: slot.startsAt,
			endsAt: slot.endsAt,
			place: poll.place,
			isPublic: poll.isPublic,
			format:
				poll.format === "workshop" || poll.format === "online" || poll.format === "hybrid" ? poll.format : "meeting",
		});
		if (!planned.done) return planned;
		const { meetingId } = planned.value;
		await world.db.datePoll.update({ where: { id: pollId }, data: { meetingId, closedAt: world.now } });
		// guests who gave their time stay invited, whatever happens to the poll
		await world.db.meetingInvitation.createMany({
			data: poll.invitees.map(({ guestId }) => ({ id: newId(world.now), meetingId, guestId, invitedAt: world.now })),
		});
		world.record({
			type: "groups.date-poll.fixed",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { poll: pollId, slot: slotId },
		});
		return done({ meetingId });
	},
);

/**
 * Gives a poll up without a date; who was asked is told.
 * @throws NotFound for a poll that is not there; Forbidden or SignInNeeded
 */
export const giveUpDatePoll = command(
	"groups.give-up-date-poll",
	async (world: ActWorld, { pollId }: { pollId: string }): Promise<Outcome<null, "poll-closed">> => {
		const { poll, group } = await lockedPoll(world, pollId);
		if (poll.closedAt) return refused("poll-closed");
		await world.db.datePoll.update({ where: { id: pollId }, data: { closedAt: world.now } });
		world.record({
			type: "groups.date-poll.given-up",
			subject: { kind: "group", id: poll.groupId },
			ownerId: group.organisationId,
			facts: { poll: pollId },
		});
		return done(null);
	},
);
