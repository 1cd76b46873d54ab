import { dayOf } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { officeDays } from "../../office-days/index.server";
import { heldPosts } from "../../queries/held-posts.server";

/** The office day of this person's post in a municipality at a moment, so that a note of that hour belongs to it. */
export async function officeDayAt(
	view: View,
	{ ownerId, municipalityId, moment }: { ownerId: string; municipalityId: string | null; moment: Date },
): Promise<{ code: string; day: string } | null> {
	if (!municipalityId) return null;
	const day = dayOf(moment).toString();
	const days = await officeDays(view, {
		ownerId,
		municipalityId,
		postIds: await heldPosts(view, moment),
		from: day,
		to: day,
	});
	const [only, second] = days.filter(({ opening }) => !opening.cancelled);
	return only && !second ? { code: only.code, day: only.day } : null;
}
