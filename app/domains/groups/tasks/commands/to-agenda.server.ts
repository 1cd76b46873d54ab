import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { addAgendaItem, lockedMeeting } from "../../meetings/commands/meetings.server";
import { tasksForAgenda } from "../queries/agenda-tasks.server";

/**
 * Puts the tasks of the group that are due until the day of a meeting on its agenda, under one closed item; a second time
 * adds only those that are not on it yet.
 * @returns how many were put on it; refused with "nothing-due", and as addAgendaItem refuses
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const tasksToAgenda = command(
	"groups.tasks-to-agenda",
	async (
		world: ActWorld,
		{ meetingId, itemTitle }: { meetingId: string; itemTitle: string },
	): Promise<Outcome<{ tasks: number }, "nothing-due" | "not-added">> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		const due = await tasksForAgenda(world, { groupId: group.id, meetingId, day: meeting.day });
		if (due.length === 0) return refused("nothing-due");
		const before = await world.db.agendaTask.findFirst({ where: { meetingId }, select: { agendaItemId: true } });
		let agendaItemId = before?.agendaItemId;
		if (!agendaItemId) {
			const added = await addAgendaItem(world, { meetingId, title: itemTitle, isPublic: false, takenUpId: null });
			if (!added.done) return refused("not-added");
			({ agendaItemId } = added.value);
		}
		const item = agendaItemId;
		await world.db.agendaTask.createMany({
			data: due.map(({ id }) => ({ agendaItemId: item, taskId: id, meetingId })),
			skipDuplicates: true,
		});
		world.record({
			type: "groups.tasks.to-agenda",
			subject: { kind: "meeting", id: meetingId },
			ownerId: group.organisationId,
			facts: { item, tasks: due.length },
		});
		return done({ tasks: due.length });
	},
);
