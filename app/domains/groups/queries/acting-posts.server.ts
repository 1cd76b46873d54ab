import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { coveredPosts } from "../../organisations/index.server";

/** The posts as which this reader acts today: those they hold and those they stand in for; none for guests and the house. */
export async function actingPosts(view: View): Promise<string[]> {
	const { db, actor, now } = view;
	if (actor.kind !== "person") return [];
	const rows = await db.postHolding.findMany({
		where: { personId: actor.personId, ...inForce(today(now)) },
		select: { postId: true },
		orderBy: { id: "asc" },
		take: 50,
	});
	return [...new Set([...rows.map(({ postId }) => postId), ...(await coveredPosts(view))])];
}
