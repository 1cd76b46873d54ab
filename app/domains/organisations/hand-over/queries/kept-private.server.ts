import type { View } from "~/platform/world.server";
import { placeParts } from "../../composition.server";
import { placesOf } from "../../queries/bodies.server";

/**
 * How much of who leaves a post is theirs alone, in all domains: personal notes, unsent answers. A figure, no words.
 * Notes belong to the post's organisation or to the one at whose place its posts appear.
 */
export async function keptPrivateBy(
	view: Pick<View, "db" | "now">,
	{ postId, personId, ownerId }: { postId: string; personId: string; ownerId: string },
): Promise<number> {
	const slug = (await placesOf(view, [ownerId])).get(ownerId);
	const place = slug ? await view.db.space.findUnique({ where: { slug }, select: { organisationId: true } }) : null;
	const of = { postId, personId, ownerIds: [...new Set([ownerId, ...(place ? [place.organisationId] : [])])] };
	const counts = await Promise.all(placeParts().map((part) => part.keptPrivate?.(view, of) ?? 0));
	return counts.reduce((sum, count) => sum + count, 0);
}
