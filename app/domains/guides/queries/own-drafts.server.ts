import type { View } from "~/platform/world.server";

/** How many unsent answers somebody has begun to concerns of a post. They stay theirs, whoever gets the post. */
export function ownDrafts(
	{ db }: Pick<View, "db">,
	{ postId, personId }: { postId: string; personId: string },
): Promise<number> {
	return db.concernDraft.count({
		where: { personId, concern: { assignments: { some: { untilAt: null, postId } } } },
	});
}
