import { coversOn } from "~/domains/organisations/index.server";
import type { View } from "~/platform/world.server";
import { storedDay } from "../../days.server";
import type { Day } from "../../plans/coverage-plan";

/** With whom a booking that was made under cover is to be: the deputy of that day, or whoever holds the post. */
export type Company = "deputy" | "holder";

type Reading = Pick<View, "db" | "now">;
type Presence = { by: "holder" } | { by: "deputy"; postId: string } | null;

/** Who is there as a post on a day; null when nobody is, or when nobody holds it. */
async function presenceOn(view: Reading, postId: string, day: Day): Promise<Presence> {
	const found = (await coversOn(view, [postId], storedDay(day))).get(postId);
	if (!found || found.cover.by === "nobody") return null;
	if (found.cover.by === "holder") return { by: "holder" };
	// nobody is away from a vacant post, so there is nobody to return to
	return found.post.holdings.length > 0 ? { by: "deputy", postId: found.cover.postId } : null;
}

/** The post that stands in on the day of a booking; null on a day of the holder's own. */
export async function standInOn(view: Reading, postId: string, day: Day): Promise<string | null> {
	const presence = await presenceOn(view, postId, day);
	return presence?.by === "deputy" ? presence.postId : null;
}

/**
 * Whether a slot on a day is with the one who was asked for: with the deputy, where they stand in for the post or are there with
 * an office day of their own; with the holder, where they are back.
 */
export async function isWith(
	view: Reading,
	company: Company,
	{ postId, standInId }: { postId: string; standInId: string },
	target: { postId: string; day: Day },
): Promise<boolean> {
	if (target.postId !== postId && target.postId !== standInId) return false;
	const presence = await presenceOn(view, target.postId, target.day);
	if (target.postId === standInId) return company === "deputy" && presence?.by === "holder";
	if (company === "holder") return presence?.by === "holder";
	return presence?.by === "deputy" && presence.postId === standInId;
}
