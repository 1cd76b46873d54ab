import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";

export type SimilarContribution = { code: string; number: number; title: string; excerpt: string };

const shown = 5;
/** So many of those that share words are weighed at most; where ten thousand say "Radweg", a hundred of them are enough. */
const weighed = 100;

/** The words of a title that say something, longest first, as the index knows their beginnings. */
function wordsOf(title: string): string[] {
	const words = title
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word.length > 3);
	return [...new Set(words)]
		.sort((one, other) => other.length - one.length)
		.slice(0, 6)
		.map((word) => `${word}:*`);
}

/** Every two of them. */
function pairsOf(words: string[]): string[] {
	return words.flatMap((word, index) => words.slice(index + 1).map((other) => `(${word} & ${other})`));
}

/**
 * Published contributions of the same process that say something similar, best first: German word stems of title and
 * text; where these find little, titles in another spelling (trigrams). A hint, never a hindrance. SQL, because Prisma has
 * no ranking; of what shares all words, two or one, a hundred each are looked at, so that it stays quick in a large process.
 * @returns at most five
 */
export async function similarContributions(
	view: View,
	{ id, processId, title }: { id: string; processId: string; title: string },
): Promise<SimilarContribution[]> {
	const published = Prisma.sql`process_id = ${processId}::uuid AND id <> ${id}::uuid
		AND published_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL`;
	const words = wordsOf(title);
	const any = Prisma.sql`to_tsquery('german', ${words.join(" | ")})`;
	const best = (candidates: Prisma.Sql) => view.db.$queryRaw<SimilarContribution[]>`
		SELECT code, number, title, left(excerpt, 160) AS excerpt FROM contribution WHERE id = ANY (ARRAY(${candidates}))
		ORDER BY ts_rank(words, ${any}) + similarity(title, ${title}) DESC, submitted_at, id LIMIT ${shown}`;
	const sharing = (query: string) =>
		Prisma.sql`(SELECT id FROM contribution WHERE ${published} AND words @@ to_tsquery('german', ${query}) LIMIT ${weighed})`;
	const bySharedWords = [words.join(" & "), pairsOf(words).join(" | "), words.join(" | ")].filter(Boolean);
	const alike =
		words.length > 0 ? await best(Prisma.join([...new Set(bySharedWords)].map(sharing), " UNION ALL ")) : [];
	if (alike.length === shown) return alike;
	const spelt = Prisma.sql`SELECT id FROM contribution WHERE ${published} AND title % ${title} LIMIT ${weighed}`;
	const found = new Set(alike.map(({ code }) => code));
	return [...alike, ...(await best(spelt)).filter(({ code }) => !found.has(code))].slice(0, shown);
}
