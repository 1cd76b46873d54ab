import type { View } from "~/platform/world.server";

/**
 * The contributions with everything that was merged with them: the leading ones and all that they lead, so that an answer
 * to one of them reaches every author.
 */
export async function withMerged(view: Pick<View, "db">, ids: readonly string[]): Promise<string[]> {
	const given = [...ids];
	const up = await view.db.contributionMerge.findMany({
		where: { contributionId: { in: given } },
		select: { intoId: true },
	});
	const leading = [...new Set([...given, ...up.map(({ intoId }) => intoId)])];
	const down = await view.db.contributionMerge.findMany({
		// what was hidden or withdrawn meanwhile gets no answer
		where: { intoId: { in: leading }, contribution: { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null } },
		select: { contributionId: true },
	});
	return [...new Set([...leading, ...down.map(({ contributionId }) => contributionId)])];
}
