import { type PostView, postView } from "~/domains/organisations/index.server";
import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** Who answers for a measure, as this reader may see it: the post, who holds it today, how to reach it. */
export type AnsweringPost = Pick<PostView, "label" | "holder" | "phone" | "mailbox">;

/** The post as it stands today, or null. */
export async function answeringPost(view: View, id: string | null): Promise<AnsweringPost | null> {
	if (!id) return null;
	const { label, holder, phone, mailbox } = await postView(view, id);
	return { label, holder, phone, mailbox };
}

/** The condition for posts that may answer for a measure: the owner's own, and those of who acts for the owner. */
function mayAnswerFor(view: Pick<View, "now">, organisationId: string) {
	const day = inForce(today(view.now));
	return {
		...day,
		organisation: {
			OR: [{ id: organisationId }, { actsFor: { some: { principalId: organisationId, ...day } } }],
		},
	};
}

/** Posts to choose from, by name. */
export async function postChoices(view: View, organisationId: string): Promise<{ id: string; label: string }[]> {
	const posts = await view.db.post.findMany({
		where: mayAnswerFor(view, organisationId),
		orderBy: [{ label: "asc" }, { id: "asc" }],
		take: 200,
		select: { id: true, label: true, organisation: { select: { id: true, shortName: true } } },
	});
	return posts.map(({ id, label, organisation }) => ({
		id,
		label: organisation.id === organisationId ? label : `${label} (${organisation.shortName})`,
	}));
}

/** Whether all of these posts may answer for measures of the organisation. */
export async function areAnswering(view: View, organisationId: string, ids: (string | null)[]): Promise<boolean> {
	const asked = [...new Set(ids.filter((id) => id !== null))];
	const known = await view.db.post.count({ where: { id: { in: asked }, ...mayAnswerFor(view, organisationId) } });
	return known === asked.length;
}
