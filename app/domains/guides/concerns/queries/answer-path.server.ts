import type { View } from "~/platform/world.server";
import { mayPlan } from "../../policy.server";
import { isOpen, mayMove } from "../concern";

/**
 * Where this reader answers a concern, or clarifies it, as long as nobody has said what it is about and who is responsible.
 * @returns null where that is not theirs to do, or done. Its code stands in the path.
 */
export async function answerPath(
	view: View,
	concernId: string,
): Promise<{ href: string; code: string; clarifyFirst: boolean } | null> {
	const concern = await view.db.concern.findUnique({
		where: { id: concernId },
		select: { ownerId: true, code: true, state: true, owner: { select: { space: { select: { slug: true } } } } },
	});
	if (!concern?.owner.space || !isOpen(concern.state)) return null;
	if (!mayPlan(view.actor, { organisationId: concern.ownerId })) return null;
	const { code, state } = concern;
	const clarifyFirst = !mayMove(state, "ANSWERED");
	const page = clarifyFirst ? "klaeren" : "antwort";
	return { href: `/o/${concern.owner.space.slug}/verwaltung/anliegen/${code}/${page}`, code, clarifyFirst };
}
