import { coveredPosts } from "~/domains/organisations/index.server";
import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/**
 * The posts as which this person acts on the day of a moment: those they hold, and those they stand in for. None for guests and
 * the house.
 */
export async function heldPosts(view: View, moment: Date = view.now): Promise<string[]> {
	const { db, actor } = view;
	if (actor.kind !== "person") return [];
	const rows = await db.postHolding.findMany({
		where: { personId: actor.personId, ...inForce(today(moment)) },
		select: { postId: true },
		take: 50,
	});
	const covered = await coveredPosts({ ...view, now: moment });
	return [...new Set([...rows.map(({ postId }) => postId), ...covered])];
}
