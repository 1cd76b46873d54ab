import { type ActWorld, command } from "~/platform/act.server";
import { house, personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { charterOn } from "../../../charter/charter";
import { openDecision } from "../../../deciding/commands/open-decision.server";
import { recordVotes } from "../../../deciding/commands/votes.server";
import { seatsOn } from "../../../group";
import { carryOver } from "../../agenda/carry-over.server";
import { lockedMeeting } from "../../commands/meetings.server";
import { endOf } from "../../meeting";
import { allAnswered, isObjectedTo, votesByBench } from "../written";

/**
 * Ends a circular procedure: after its deadline, or as soon as everybody has answered everything. An item to which somebody
 * objected goes to the next meeting; the others are voted on by what was written.
 * @returns how many items go to the next meeting
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const finishCircular = command(
	"groups.finish-circular",
	async (
		world: ActWorld,
		{ meetingId }: { meetingId: string },
	): Promise<Outcome<number, "not-circular" | "meeting-held" | "answers-outstanding">> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (meeting.format !== "circular" || !meeting.begunAt) return refused("not-circular");
		if (meeting.heldAt || meeting.cancelledAt) return refused("meeting-held");
		const [items, memberships] = await Promise.all([
			world.db.agendaItem.findMany({
				where: { meetingId },
				include: { writtenAnswers: true, biases: { select: { membershipId: true } } },
			}),
			world.db.groupMembership.findMany({ where: { groupId: group.id } }),
		]);
		const seats = seatsOn(memberships, meeting.day).map(({ id }) => id);
		const open = items.filter(({ writtenAnswers, biases }) => {
			const asked = seats.filter((id) => !biases.some(({ membershipId }) => membershipId === id));
			return !isObjectedTo(writtenAnswers) && !allAnswered(asked, writtenAnswers);
		});
		if (endOf(meeting) > world.now && open.length > 0) return refused("answers-outstanding");
		for (const { id, writtenAnswers } of items) {
			const outcome = isObjectedTo(writtenAnswers) ? "postponed" : "done";
			await world.db.agendaItem.update({ where: { id }, data: { outcome, closedAt: world.now } });
		}
		const objected = items.filter(({ writtenAnswers }) => isObjectedTo(writtenAnswers)).length;
		await world.db.meeting.update({ where: { id: meetingId }, data: { heldAt: world.now } });
		world.record({
			type: "groups.circular.finished",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { items: items.length, objected },
		});
		await carryOver(world, group);
		return done(objected);
	},
);

/** Ends the circular procedures whose deadline has passed, once each. @returns how many */
export async function finishCirculars(world: World): Promise<number> {
	const due = await world.db.meeting.findMany({
		where: { format: "circular", begunAt: { not: null }, heldAt: null, cancelledAt: null, endsAt: { lte: world.now } },
		select: { id: true },
		orderBy: { endsAt: "asc" },
		take: 100,
	});
	let finished = 0;
	for (const { id: meetingId } of due) {
		const outcome = await finishCircular({ ...world, actor: house }, { meetingId });
		if (outcome.done) finished += 1;
	}
	return finished;
}

type Deciding = { meetingId: string; itemId: string; responsiblePostId: string; reviewOn: Date };

/**
 * Makes the written answers to an item a vote: its wording is what was asked, its votes are the answers by bench, counted
 * by nobody by hand. The chair certifies it like every other vote.
 * @returns the code of the recommendation; refused for what opening and recording a vote refuse
 * @throws NotFound for an item that is not there; Forbidden or SignInNeeded
 */
export const decideInWriting = command(
	"groups.decide-in-writing",
	async (world: ActWorld, { meetingId, itemId, ...input }: Deciding): Promise<Outcome<{ code: string }>> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		const item = await world.db.agendaItem.findFirst({
			where: { id: itemId, meetingId },
			include: { writtenAnswers: true },
		});
		if (!item) throw new NotFound();
		if (meeting.format !== "circular" || !meeting.heldAt) return refused("not-circular");
		if (isObjectedTo(item.writtenAnswers)) return refused("objected-to");
		const opened = await openDecision(world, {
			meetingId,
			agendaItemId: itemId,
			title: item.title,
			wording: richTextFromMarkdown(item.proposal ?? ""),
			// the last moment at which an answer could still change
			votedAt: endOf(meeting) < meeting.heldAt ? endOf(meeting) : meeting.heldAt,
			biased: [],
			...input,
		});
		if (!opened.done) return opened;
		const memberships = await world.db.groupMembership.findMany({ where: { groupId: group.id } });
		const votes = votesByBench(seatsOn(memberships, meeting.day), item.writtenAnswers);
		const { benches } = charterOn(group.charters, meeting.day);
		const all = benches.map(
			({ kind }) => votes.find(({ bench }) => bench === kind) ?? { bench: kind, yes: 0, no: 0, abstain: 0 },
		);
		const recorded = await recordVotes(world, { id: opened.value.id, votes: all });
		if (!recorded.done) return recorded;
		world.record({
			type: "groups.circular.decided",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { item: itemId, by: personIdOf(world.actor) ?? "" },
		});
		return done({ code: opened.value.code });
	},
);
