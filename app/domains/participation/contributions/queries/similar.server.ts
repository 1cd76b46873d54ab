import type { View } from "~/platform/world.server";

export type SimilarContribution = { code: string; number: number; title: string; excerpt: string };

/**
 * Published contributions of the same process that say something similar, best first: German word stems of title and
 * text, and trigrams of the title against other spellings. A hint, never a hindrance.
 * @returns at most five
 */
export async function similarContributions(
	view: View,
	{ id, processId, title }: { id: string; processId: string; title: string },
): Promise<SimilarContribution[]> {
	const stems = title
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word.length > 3)
		.slice(0, 10)
		.map((word) => `${word}:*`)
		.join(" | ");
	return view.db.$queryRaw<SimilarContribution[]>`
		WITH asked AS (SELECT to_tsquery('german', ${stems}) AS words)
		SELECT code, number, title, left(excerpt, 160) AS excerpt
		FROM contribution, asked
		WHERE process_id = ${processId}::uuid AND id <> ${id}::uuid
			AND published_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL
			AND (contribution.words @@ asked.words OR similarity(title, ${title}) > 0.3)
		ORDER BY ts_rank(contribution.words, asked.words) + similarity(title, ${title}) DESC, submitted_at, id
		LIMIT 5`;
}
