import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** Who answers for a measure, as everybody reads it: the post, who holds it today, how to reach it. */
export type AnsweringPost = { label: string; holder: string | null; phone: string | null; mailbox: string | null };

/** The post with its holder of today, or null. */
export async function answeringPost(view: View, id: string | null): Promise<AnsweringPost | null> {
	if (!id) return null;
	const post = await view.db.post.findUnique({
		where: { id },
		select: {
			label: true,
			phone: true,
			mailbox: true,
			holdings: {
				where: { ...inForce(today(view.now)), person: { erasedAt: null } },
				select: { person: { select: { displayName: true } } },
				orderBy: { validFrom: "desc" },
				take: 1,
			},
		},
	});
	if (!post) return null;
	const { holdings, ...facts } = post;
	return { ...facts, holder: holdings[0]?.person.displayName ?? null };
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
