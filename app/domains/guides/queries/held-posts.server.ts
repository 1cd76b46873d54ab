import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** The posts that this person holds on the day of a moment; none for guests and the house. */
export async function heldPosts({ db, actor, now }: View, moment: Date = now): Promise<string[]> {
	if (actor.kind !== "person") return [];
	const rows = await db.postHolding.findMany({
		where: { personId: actor.personId, ...inForce(today(moment)) },
		select: { postId: true },
		take: 50,
	});
	return rows.map(({ postId }) => postId);
}
