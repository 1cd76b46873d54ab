import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { accessOn } from "../../../guests/guest";
import { mayRunGroup } from "../../../policy.server";
import { groupById } from "../../../queries/find-group.server";
import { pollState, type SlotAnswer } from "../date-poll";

type Given = {
	inviteeId: string;
	answers: { slotId: string; answer: SlotAnswer }[];
	/** The bearer of the link answers for whom it was made for. */
	byLink: boolean;
};

/**
 * Says for every time of a poll whether somebody can come; may be changed until it is closed. Who runs the group writes down
 * what others said by telephone or on paper.
 * @throws NotFound for somebody who was not asked, and for the link of a guest whose access is over; Forbidden or SignInNeeded
 */
export const answerDatePoll = command(
	"groups.answer-date-poll",
	async (
		world: ActWorld,
		{ inviteeId, answers, byLink }: Given,
	): Promise<Outcome<null, "poll-closed" | "answers-missing">> => {
		const invitee = await world.db.datePollInvitee.findUnique({
			where: { id: inviteeId },
			include: { membership: true, guest: true },
		});
		if (!invitee) throw new NotFound();
		if (byLink && invitee.guest && accessOn(invitee.guest, today(world.now)) !== "valid") throw new NotFound();
		// fixing a date takes the same lock: an answer either counts, or the person reads that it is too late
		await world.db.$queryRaw`SELECT id FROM date_poll WHERE id = ${invitee.pollId}::uuid FOR UPDATE`;
		const poll = await world.db.datePoll.findUniqueOrThrow({ where: { id: invitee.pollId }, include: { slots: true } });
		const group = await groupById(world, poll.groupId);
		const personId = personIdOf(world.actor);
		const own = invitee.membership !== null && invitee.membership.personId === personId;
		if (!byLink && !own) demand(mayRunGroup, world.actor, group);
		const state = pollState(poll, today(world.now));
		// whoever runs the group may still write down a late answer
		if (state !== "open" && !(state === "over" && !byLink && !own)) return refused("poll-closed");
		const given = new Map(answers.map(({ slotId, answer }) => [slotId, answer]));
		if (poll.slots.some(({ id }) => !given.has(id))) return refused("answers-missing");
		await world.db.datePollAnswer.deleteMany({ where: { inviteeId } });
		await world.db.datePollAnswer.createMany({
			data: poll.slots.flatMap(({ id: slotId }) => {
				const answer = given.get(slotId);
				return answer ? [{ inviteeId, slotId, answer }] : [];
			}),
		});
		await world.db.datePollInvitee.update({
			where: { id: inviteeId },
			data: { answeredAt: world.now, writtenById: byLink || own ? null : personId },
		});
		world.record({
			type: "groups.date-poll.answered",
			subject: { kind: "group", id: poll.groupId },
			ownerId: group.organisationId,
			facts: { poll: poll.id, invitee: inviteeId },
		});
		return done(null);
	},
);
