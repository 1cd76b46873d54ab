import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** How many personal notes somebody keeps about contacts of these owners. Their words are read by nobody for that. */
export function personalNotes(
	{ db, now }: Pick<View, "db" | "now">,
	{ personId, ownerIds }: { personId: string; ownerIds: string[] },
): Promise<number> {
	return db.networkNote.count({
		where: { authorId: personId, personal: true, ownerId: { in: ownerIds }, keepUntil: { gt: today(now) } },
	});
}
