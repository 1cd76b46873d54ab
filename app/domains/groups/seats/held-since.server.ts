import type { View } from "~/platform/world.server";

/** Whether a meeting was held on that day or later: who was entitled there never changes afterwards. */
export async function heldSince({ db }: Pick<View, "db">, groupId: string, day: Date): Promise<boolean> {
	return (await db.meeting.count({ where: { groupId, begunAt: { not: null }, day: { gte: day } } })) > 0;
}
