import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { pollState } from "../date-poll";

/** The date polls of a group that are not closed, for who runs it; the caller has asked the policy. */
export async function openPolls(view: View, groupId: string) {
	const rows = await view.db.datePoll.findMany({
		where: { groupId, closedAt: null },
		include: { _count: { select: { invitees: { where: { answeredAt: null } } } } },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		take: 20,
	});
	return rows.map((row) => ({
		id: row.id,
		title: row.title,
		state: pollState(row, today(view.now)),
		silent: row._count.invitees,
	}));
}
