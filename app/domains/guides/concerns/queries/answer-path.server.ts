import type { View } from "~/platform/world.server";
import { mayPlan } from "../../policy.server";
import { isOpen } from "../concern";

/** Where this reader answers a concern; null where that is not theirs to do, or done. Its code stands in the path. */
export async function answerPath(view: View, concernId: string): Promise<{ href: string; code: string } | null> {
	const concern = await view.db.concern.findUnique({
		where: { id: concernId },
		select: { ownerId: true, code: true, state: true, owner: { select: { space: { select: { slug: true } } } } },
	});
	if (!concern?.owner.space || !isOpen(concern.state)) return null;
	if (!mayPlan(view.actor, { organisationId: concern.ownerId })) return null;
	const { code } = concern;
	return { href: `/o/${concern.owner.space.slug}/verwaltung/anliegen/${code}/antwort`, code };
}
