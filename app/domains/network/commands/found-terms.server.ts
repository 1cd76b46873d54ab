import type { ActWorld } from "~/platform/act.server";
import { inForce, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";

type Chosen = { topicIds: readonly string[]; areaIds: readonly string[]; keeperPostId: string | null };
export type TermRefusal = "topic-unknown" | "area-unknown" | "post-elsewhere";

/** Whether topics, areas and post are the owner's; refuses with the first that is not. */
export async function checkTerms(
	{ db, now }: ActWorld,
	ownerId: string,
	{ topicIds, areaIds, keeperPostId }: Chosen,
): Promise<Outcome<null, TermRefusal>> {
	const topics = await db.topic.count({ where: { id: { in: [...topicIds] }, ownerId } });
	if (topics !== new Set(topicIds).size) return refused("topic-unknown", { field: "topics" });
	const areas = await db.area.count({ where: { id: { in: [...areaIds] }, ownerId } });
	if (areas !== new Set(areaIds).size) return refused("area-unknown", { field: "areas" });
	if (keeperPostId) {
		const post = await db.post.count({ where: { id: keeperPostId, organisationId: ownerId, ...inForce(today(now)) } });
		if (post === 0) return refused("post-elsewhere", { field: "keeperPost" });
	}
	return done(null);
}
