import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";

/** An annotation with its contribution, whoever asks; the caller asks the policy. @throws NotFound */
export async function annotationById(view: Pick<View, "db">, contributionId: string) {
	const row = await view.db.annotation.findUnique({
		where: { contributionId },
		include: {
			contribution: true,
			segments: { orderBy: { position: "asc" } },
			credits: { orderBy: { creditedAt: "asc" } },
		},
	});
	if (!row) throw new NotFound();
	return row;
}

export type FoundAnnotation = Awaited<ReturnType<typeof annotationById>>;

/**
 * Whether the answer to a contribution waits for its release or was released: then what it rests on stays as it is.
 * The table belongs to answers, which come after texts; the row is only looked at.
 */
export async function isAnswerGiven(view: Pick<View, "db">, contributionId: string): Promise<boolean> {
	const row = await view.db.answeredContribution.findUnique({
		where: { contributionId },
		select: { answer: { select: { releaseAskedAt: true, releasedAt: true } } },
	});
	return row !== null && (row.answer.releaseAskedAt !== null || row.answer.releasedAt !== null);
}
