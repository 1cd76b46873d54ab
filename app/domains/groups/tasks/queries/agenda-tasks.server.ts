import type { View } from "~/platform/world.server";
import { dayText } from "../../queries/names.server";
import { openStates } from "../task";

/**
 * The open tasks of a group that are due until the day of a meeting and not on its agenda yet, oldest first. The caller has
 * asked who may.
 */
export async function tasksForAgenda(
	{ db }: Pick<View, "db">,
	{ groupId, meetingId, day }: { groupId: string; meetingId: string; day: Date },
): Promise<{ id: string; title: string; dueOn: Date }[]> {
	return db.actionItem.findMany({
		where: {
			groupId,
			state: { in: [...openStates] },
			dueOn: { lte: day },
			onAgenda: { none: { meetingId } },
		},
		select: { id: true, title: true, dueOn: true },
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
		take: 100,
	});
}

/** The same for one meeting, for the page that offers them. The caller has asked who may. */
export async function dueForMeeting(view: Pick<View, "db">, meetingId: string) {
	const meeting = await view.db.meeting.findUniqueOrThrow({
		where: { id: meetingId },
		select: { groupId: true, day: true },
	});
	const due = await tasksForAgenda(view, { groupId: meeting.groupId, meetingId, day: meeting.day });
	return due.map(({ id, title, dueOn }) => ({ id, title, dueOn: dayText(dueOn) }));
}
