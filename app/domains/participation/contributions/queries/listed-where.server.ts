import { Prisma } from "~/platform/database/generated/client";
import { literally } from "~/platform/database/like-pattern.server";
import type { ListFilter } from "../list-filter";

/** Words as German stems and as their beginnings: "Rad" finds "Radweg", which the stemmer does not split. */
function wordQuery(words: string): string {
	return words
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word.length > 1)
		.slice(0, 8)
		.map((word) => `${word}:*`)
		.join(" & ");
}

/**
 * The conditions of a process's public contributions (alias `c`) under a filter; list and map share them.
 * Hidden ones are placeholders, and no filter can find out what they said or where they lay. What is not narrowed is
 * worded as the index contribution_listed is, so that pages are found without reading texts.
 */
export function listedWhere(processId: string, { words, category, area }: Narrowing): Prisma.Sql {
	// remarks on a text are read beside the text
	const conditions = [Prisma.sql`c.process_id = ${processId}::uuid AND c.kind = 'idea' AND c.withdrawn_at IS NULL`];
	const text = words.trim().slice(0, 100);
	conditions.push(
		isNarrowed({ words, category, area })
			? Prisma.sql`c.published_at IS NOT NULL AND c.hidden_at IS NULL`
			: Prisma.sql`(c.published_at IS NOT NULL OR c.hidden_at IS NOT NULL)`,
	);
	if (category) conditions.push(Prisma.sql`c.category = ${category}`);
	if (area) {
		conditions.push(Prisma.sql`c.longitude BETWEEN ${area.west} AND ${area.east}
			AND c.latitude BETWEEN ${area.south} AND ${area.north}`);
	}
	if (text !== "") {
		const like = `%${literally(text)}%`;
		const asked = Prisma.sql`to_tsquery('german', ${wordQuery(text)})`;
		// An array of its own, so that words and parts of titles are looked up in their index, in this process alone.
		conditions.push(Prisma.sql`c.id = ANY (ARRAY(
			SELECT id FROM contribution WHERE process_id = ${processId}::uuid AND words @@ ${asked}
			UNION ALL SELECT id FROM contribution
				WHERE process_id = ${processId}::uuid AND title ILIKE ${like} AND NOT words @@ ${asked}))`);
	}
	return Prisma.join(conditions, " AND ");
}

type Narrowing = Pick<ListFilter, "words" | "category" | "area">;

/** Whether a filter shows less than everything. */
export function isNarrowed({ words, category, area }: Narrowing): boolean {
	return words.trim() !== "" || category !== null || area !== null;
}
