import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { postsOf } from "../../organisations/index.server";

/** The posts that can answer for something of an organisation: its own, and those of bodies that act for it. */
export async function responsiblePosts(view: View, organisationId: string) {
	const agents = await view.db.actingFor.findMany({
		where: { principalId: organisationId, ...inForce(today(view.now)) },
		select: { agentId: true },
		take: 50,
	});
	const bodies = [...new Set([organisationId, ...agents.map(({ agentId }) => agentId)])];
	return (await Promise.all(bodies.map((id) => postsOf(view, id)))).flat();
}

/** Whether a post lives today and can answer for something of the organisation. */
export async function canAnswerFor(
	view: Pick<View, "db" | "now">,
	postId: string,
	organisationId: string,
): Promise<boolean> {
	const day = inForce(today(view.now));
	const found = await view.db.post.count({
		where: {
			id: postId,
			...day,
			organisation: {
				OR: [{ id: organisationId }, { actsFor: { some: { principalId: organisationId, ...day } } }],
			},
		},
	});
	return found > 0;
}
