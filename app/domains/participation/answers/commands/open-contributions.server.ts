import { done, type Outcome, refused } from "~/platform/outcome";
import type { View } from "~/platform/world.server";

export type Open = { id: string; number: number | null; title: string; excerpt: string };

/**
 * The published contributions of a process among these ids, in their order of number. Refuses none, too many, and any
 * that is of another process, hidden, withdrawn or not (yet) published.
 */
export async function openContributions(
	view: Pick<View, "db">,
	{ processId, ids, most }: { processId: string; ids: readonly string[]; most: number },
): Promise<Outcome<Open[], "no-contributions" | "too-many-contributions" | "contribution-not-open">> {
	const wanted = [...new Set(ids)];
	if (wanted.length === 0) return refused("no-contributions", { field: "contributions" });
	if (wanted.length > most) return refused("too-many-contributions", { field: "contributions", values: { most } });
	const found = await view.db.contribution.findMany({
		where: { id: { in: wanted }, processId, publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
		orderBy: { number: "asc" },
		select: { id: true, number: true, title: true, excerpt: true },
	});
	if (found.length < wanted.length) return refused("contribution-not-open", { field: "contributions" });
	return done(found);
}

type OpenQuestion = {
	id: string;
	number: number | null;
	text: string;
	contribution: { number: number | null; title: string };
};

/** The published comments of a process among these ids that are marked as a question. */
export function openQuestions(
	view: Pick<View, "db">,
	{ processId, ids }: { processId: string; ids: readonly string[] },
): Promise<OpenQuestion[]> {
	return view.db.comment.findMany({
		where: {
			id: { in: [...ids] },
			processId,
			isQuestion: true,
			publishedAt: { not: null },
			hiddenAt: null,
			withdrawnAt: null,
			contribution: { hiddenAt: null, withdrawnAt: null },
		},
		orderBy: [{ contribution: { number: "asc" } }, { number: "asc" }],
		select: { id: true, number: true, text: true, contribution: { select: { number: true, title: true } } },
	});
}
