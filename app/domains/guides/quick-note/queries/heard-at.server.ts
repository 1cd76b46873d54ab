import { dayOf, inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { officeDays } from "../../office-days/index.server";

/** The office day of this person's post in a municipality at a moment, so that a note of that hour belongs to it. */
export async function officeDayAt(
	view: View,
	{ ownerId, municipalityId, moment }: { ownerId: string; municipalityId: string | null; moment: Date },
): Promise<{ code: string; day: string } | null> {
	if (view.actor.kind !== "person" || !municipalityId) return null;
	const posts = await view.db.postHolding.findMany({
		where: { personId: view.actor.personId, ...inForce(today(moment)) },
		select: { postId: true },
		take: 50,
	});
	const day = dayOf(moment).toString();
	const days = await officeDays(view, {
		ownerId,
		municipalityId,
		postIds: posts.map(({ postId }) => postId),
		from: day,
		to: day,
	});
	const [only, second] = days.filter(({ opening }) => !opening.cancelled);
	return only && !second ? { code: only.code, day: only.day } : null;
}
