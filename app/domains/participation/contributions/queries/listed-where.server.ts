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
 * Hidden ones are placeholders, and no filter can find out what they said or where they lay.
 */
export function listedWhere(processId: string, { words, category, area }: ListFilter): Prisma.Sql {
	const conditions = [
		Prisma.sql`c.process_id = ${processId}::uuid`,
		Prisma.sql`(c.published_at IS NOT NULL OR c.hidden_at IS NOT NULL)`,
		Prisma.sql`c.withdrawn_at IS NULL`,
		// remarks on a text are read beside the text
		Prisma.sql`c.kind = 'idea'`,
	];
	const text = words.trim().slice(0, 100);
	if (text !== "" || category || area) conditions.push(Prisma.sql`c.hidden_at IS NULL`);
	if (category) conditions.push(Prisma.sql`c.category = ${category}`);
	if (area) {
		conditions.push(Prisma.sql`c.longitude BETWEEN ${area.west} AND ${area.east}
			AND c.latitude BETWEEN ${area.south} AND ${area.north}`);
	}
	if (text !== "") {
		const like = `%${literally(text)}%`;
		// An array of its own, so that the words are looked up in their index and not made anew for every text of the process.
		conditions.push(Prisma.sql`c.id = ANY (ARRAY(
			SELECT id FROM contribution WHERE words @@ to_tsquery('german', ${wordQuery(text)})
			UNION SELECT id FROM contribution WHERE process_id = ${processId}::uuid AND title ILIKE ${like}))`);
	}
	return Prisma.join(conditions, " AND ");
}
