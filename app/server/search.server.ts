import type { Prisma } from "~/platform/database/generated/client";
import { manifests, resolveSubjects, type SubjectView, subjectOf } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";

/** Reads the search text of one object again; what is no longer to be found disappears. */
export async function reindex(db: Prisma.TransactionClient, { kind, id }: { kind: string; id: string }): Promise<void> {
	const text = (await subjectOf(kind)?.searchText?.(db, id)) ?? null;
	if (!text) {
		await db.searchDocument.deleteMany({ where: { kind, subjectId: id } });
		return;
	}
	await db.searchDocument.upsert({
		where: { kind_subjectId: { kind, subjectId: id } },
		create: { kind, subjectId: id, ...text },
		update: text,
	});
}

/** Kinds of object that can be found, for the filter of the search page. */
export function searchableKinds(): string[] {
	return manifests().flatMap((manifest) =>
		Object.entries(manifest.subjects ?? {}).flatMap(([kind, subject]) => (subject.searchText ? [kind] : [])),
	);
}

export type Hit = SubjectView & { kind: string; excerpt: string };

/** German compounds are not split by the stemmer, so every word is also asked for as a beginning ("Fahrrad:*"). */
function prefixQuery(words: string): string {
	return words
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word.length > 1)
		.slice(0, 8)
		.map((word) => `${word}:*`)
		.join(" & ");
}

/**
 * Finds objects by German full text, by beginnings of words and, against typing mistakes, by similarity of words.
 * Public ones for everybody; the others only where their own policy shows them to this reader.
 * @returns at most `limit` hits, best first
 */
export async function search(
	view: View,
	{ words, kind, limit = 30 }: { words: string; kind: string | null; limit?: number },
): Promise<Hit[]> {
	const text = words.trim().slice(0, 200);
	const hits: Hit[] = [];
	if (text === "") return hits;
	// In portions, so that what this reader may not see does not push out what they may.
	for (let offset = 0; offset < farthest && hits.length < limit; offset += portion) {
		const rows = await ranked(view, { text, kind, offset });
		const visible = await resolveSubjects(
			view,
			rows.map((row) => ({ kind: row.kind, id: row.subject_id })),
		);
		for (const row of rows) {
			const subject = visible.get(`${row.kind}:${row.subject_id}`);
			if (subject) hits.push({ ...subject, kind: row.kind, excerpt: inOneLine(row.body) });
		}
		if (rows.length < portion) break;
	}
	return hits.slice(0, limit);
}

/** Search texts hold one thing a line (text, category, place …); on the page they stand apart, not glued together. */
function inOneLine(body: string): string {
	return body
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean)
		.join(" · ");
}

const portion = 100;
const farthest = 2000;

type Row = { kind: string; subject_id: string; body: string };

/** One portion of all that fits, best first, whoever asks. SQL, because Prisma has no ranking and no trigram. */
function ranked(
	{ db }: View,
	{ text, kind, offset }: { text: string; kind: string | null; offset: number },
): Promise<Row[]> {
	return db.$queryRaw<Row[]>`
		WITH asked AS (
			SELECT websearch_to_tsquery('german', ${text}) AS words, to_tsquery('simple', ${prefixQuery(text)}) AS beginnings
		)
		SELECT kind, subject_id, left(body, 240) AS body
		FROM search_document, asked
		WHERE (${kind}::text IS NULL OR kind = ${kind})
		  AND (german @@ asked.words OR plain @@ asked.beginnings OR ${text} <% (title || ' ' || body))
		ORDER BY ts_rank(german, asked.words) * 2 + ts_rank(plain, asked.beginnings) + word_similarity(${text}, title) DESC, at DESC, subject_id
		LIMIT ${portion} OFFSET ${offset}`;
}
