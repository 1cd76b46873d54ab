import type { OpenWork } from "~/domains/organisations/index.server";
import { fromStored, inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { openStates } from "../tasks/task";

/**
 * What a post has to do for groups, and the groups of which somebody who leaves it is a member today. Groups hand over
 * themselves; here they are only named.
 */
export async function openWork(
	{ db, now }: Pick<View, "db" | "now">,
	{ postId, personId }: { postId: string; personId: string | null },
): Promise<OpenWork[]> {
	const tasks = await db.actionItem.findMany({
		where: { postId, state: { in: [...openStates] } },
		select: { id: true, dueOn: true },
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
		take: 500,
	});
	const work = tasks.map(
		({ id, dueOn }): OpenWork => ({
			kind: "TASK",
			subject: { kind: "task", id },
			dueOn: fromStored(dueOn).toString(),
		}),
	);
	if (personId === null) return work;
	const rows = await db.groupMembership.findMany({
		where: { personId, ...inForce(today(now)) },
		select: { groupId: true, validUntil: true },
		orderBy: { id: "asc" },
		take: 100,
	});
	return [
		...work,
		...rows.map(
			({ groupId, validUntil }): OpenWork => ({
				kind: "MEMBERSHIP",
				subject: { kind: "group", id: groupId },
				dueOn: validUntil && fromStored(validUntil).toString(),
			}),
		),
	];
}
