import type { View } from "~/platform/world.server";
import type { FoundContribution } from "./find-contribution.server";

export type Neighbour = { code: string; number: number; title: string };

/** How moderators have arranged a contribution with others: merged with, leading, taken out of, taken out of it. */
export type Arranged = {
	mergedInto: Neighbour | null;
	merged: Neighbour[];
	/** How many people support it together with what was merged, each counted once; null when nothing was. */
	supportsTogether: number | null;
	splitFrom: Neighbour | null;
	parts: Neighbour[];
};

const shown = { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null } as const;
const neighbour = { select: { id: true, code: true, number: true, title: true } } as const;
type Row = { id: string; code: string; number: number | null; title: string };

function neighbourOf({ code, number, title }: Row): Neighbour {
	return { code, number: number ?? 0, title };
}

/** Reads it for a contribution that this reader may read; what is hidden or withdrawn is left out. */
export async function arrangedWith(view: View, contribution: FoundContribution): Promise<Arranged> {
	const { id, mergedInto, splitFromId } = contribution;
	const [into, merged, splitFrom, parts] = await Promise.all([
		mergedInto && view.db.contribution.findFirst({ where: { id: mergedInto.intoId, ...shown }, ...neighbour }),
		view.db.contribution.findMany({
			where: { mergedInto: { intoId: id }, ...shown },
			orderBy: { number: "asc" },
			take: 100,
			...neighbour,
		}),
		splitFromId ? view.db.contribution.findFirst({ where: { id: splitFromId, ...shown }, ...neighbour }) : null,
		view.db.contribution.findMany({
			where: { splitFromId: id, ...shown },
			orderBy: { number: "asc" },
			take: 100,
			...neighbour,
		}),
	]);
	return {
		mergedInto: into ? neighbourOf(into) : null,
		merged: merged.map(neighbourOf),
		supportsTogether: merged.length > 0 ? await together(view, [id, ...merged.map((row) => row.id)]) : null,
		splitFrom: splitFrom ? neighbourOf(splitFrom) : null,
		parts: parts.map(neighbourOf),
	};
}

async function together(view: View, ids: string[]): Promise<number> {
	const [row] = await view.db.$queryRaw<{ supports: number }[]>`
		SELECT (SELECT count(DISTINCT person_id) FROM support WHERE contribution_id = ANY (${ids}::uuid[]))::int
			+ (SELECT count(DISTINCT address_hash) FROM guest_support WHERE contribution_id = ANY (${ids}::uuid[]))::int AS supports`;
	return row?.supports ?? 0;
}
