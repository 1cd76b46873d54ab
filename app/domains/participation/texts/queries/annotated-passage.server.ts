import type { View } from "~/platform/world.server";

/**
 * What a contribution is about, for its own pages: text, version, passage and suggested words. The caller has asked
 * whether the contribution's words may be read. Null for contributions that are no annotation.
 */
export async function annotatedPassage(view: Pick<View, "db">, contributionId: string) {
	const row = await view.db.annotation.findUnique({
		where: { contributionId },
		select: {
			blockKey: true,
			quote: true,
			whole: true,
			suggestion: true,
			version: { select: { number: true } },
			text: {
				select: {
					code: true,
					title: true,
					process: { select: { slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
				},
			},
			credits: {
				where: { version: { publishedAt: { not: null } } },
				orderBy: { version: { number: "asc" } },
				select: { blockKey: true, version: { select: { number: true } } },
			},
		},
	});
	if (!row) return null;
	const { text, version, credits, ...passage } = row;
	return {
		...passage,
		version: version.number,
		text: {
			title: text.title,
			href: `/o/${text.process.organisation.space?.slug ?? ""}/beteiligung/${text.process.slug}/text/${text.code}`,
		},
		credits: credits.map((credit) => ({ blockKey: credit.blockKey, version: credit.version.number })),
	};
}

export type AnnotatedPassage = NonNullable<Awaited<ReturnType<typeof annotatedPassage>>>;
