import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** A post as the public reads it: what it is, who holds it today, how to reach it. */
export type PublicPost = { label: string; holder: string | null; phone: string | null; mailbox: string | null };

/** A post with its holder of today, or null. */
export async function publicPost(view: View, id: string | null): Promise<PublicPost | null> {
	if (!id) return null;
	const day = today(view.now);
	const post = await view.db.post.findUnique({
		where: { id },
		select: {
			label: true,
			phone: true,
			mailbox: true,
			holdings: {
				where: { ...inForce(day), person: { erasedAt: null } },
				select: { person: { select: { displayName: true } } },
				orderBy: { validFrom: "desc" },
				take: 1,
			},
		},
	});
	if (!post) return null;
	return {
		label: post.label,
		phone: post.phone,
		mailbox: post.mailbox,
		holder: post.holdings[0]?.person.displayName ?? null,
	};
}

/** Posts that may be responsible for a process of this organisation: its own and those of who acts for it. */
export async function postChoices(view: View, organisationId: string): Promise<{ id: string; label: string }[]> {
	const day = today(view.now);
	const posts = await view.db.post.findMany({
		where: {
			...inForce(day),
			organisation: {
				OR: [{ id: organisationId }, { actsFor: { some: { principalId: organisationId, ...inForce(day) } } }],
			},
		},
		orderBy: [{ label: "asc" }, { id: "asc" }],
		take: 200,
		select: { id: true, label: true, organisation: { select: { id: true, shortName: true } } },
	});
	return posts.map(({ id, label, organisation }) => ({
		id,
		label: organisation.id === organisationId ? label : `${label} (${organisation.shortName})`,
	}));
}
