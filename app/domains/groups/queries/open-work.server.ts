import type { OpenWork } from "~/domains/organisations/index.server";
import { fromStored, inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** The groups of which somebody who leaves a post is a member today. Groups hand over themselves; here they are only named. */
export async function openWork(
	{ db, now }: Pick<View, "db" | "now">,
	{ personId }: { personId: string | null },
): Promise<OpenWork[]> {
	if (personId === null) return [];
	const rows = await db.groupMembership.findMany({
		where: { personId, ...inForce(today(now)) },
		select: { groupId: true, validUntil: true },
		orderBy: { id: "asc" },
		take: 100,
	});
	return rows.map(({ groupId, validUntil }) => ({
		kind: "MEMBERSHIP",
		subject: { kind: "group", id: groupId },
		dueOn: validUntil && fromStored(validUntil).toString(),
	}));
}
