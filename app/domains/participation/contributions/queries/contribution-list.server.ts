import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { type AuthorShown, authorShown } from "../contribution";
import type { ListFilter } from "../list-filter";
import { pageSize } from "../page-size";
import { type IdeaMap, ideaMap } from "./idea-map.server";
import { listedWhere } from "./listed-where.server";

export type ListedContribution = {
	code: string;
	number: number;
	supports: number;
} & (
	| {
			shown: true;
			title: string;
			excerpt: string;
			category: string | null;
			place: string | null;
			author: AuthorShown;
			channel: string;
			at: Date;
	  }
	| { shown: false; rule: string | null }
);

type Row = {
	code: string;
	number: number;
	title: string;
	excerpt: string;
	category: string | null;
	place: string | null;
	author_name: string | null;
	channel: string;
	author_erased_at: Date | null;
	submitted_at: Date;
	hidden: boolean;
	rule: string | null;
	supports: number;
};

/**
 * One page of a process's public contributions, how many there are, and their map. The caller has asked whether the
 * process may be read. SQL, because this is a hot list: it reads 25 rows by their index and counts without the texts.
 * Hidden ones are placeholders, and no filter can find out what they said.
 */
export async function listContributions(
	view: View,
	processId: string,
	filter: ListFilter,
): Promise<{ contributions: ListedContribution[]; total: number; pages: number; map: IdeaMap | null }> {
	const { sort, page } = filter;
	const where = listedWhere(processId, filter);
	const supports = Prisma.sql`((SELECT count(*) FROM support s WHERE s.contribution_id = c.id)
		+ (SELECT count(*) FROM guest_support g WHERE g.contribution_id = c.id))::int`;
	const order = {
		newest: Prisma.sql`c.submitted_at DESC, c.id`,
		oldest: Prisma.sql`c.submitted_at, c.id`,
		supported: Prisma.sql`${supports} DESC, c.submitted_at DESC, c.id`,
	}[sort];
	const rowsOf = (wanted: number) => view.db.$queryRaw<Row[]>`
		SELECT c.code, c.number, c.title, left(c.excerpt, 240) AS excerpt, c.category, c.place, c.author_name, c.channel,
			c.author_erased_at, c.submitted_at, c.hidden_at IS NOT NULL AS hidden, ${supports} AS supports,
			CASE WHEN c.hidden_at IS NOT NULL THEN
				(SELECT m.rule FROM moderation m WHERE m.contribution_id = c.id AND m.outcome = 'hidden' ORDER BY m.at DESC LIMIT 1)
			END AS rule
		FROM contribution c WHERE ${where} ORDER BY ${order} LIMIT ${pageSize} OFFSET ${(wanted - 1) * pageSize}`;
	const wanted = Math.max(page, 1);
	let rows = await rowsOf(wanted);
	// A page that is not full is the last one, and says how many there are.
	const isLast = rows.length < pageSize && (rows.length > 0 || wanted === 1);
	const total = isLast ? (wanted - 1) * pageSize + rows.length : await countOf(view, where);
	const pages = Math.max(1, Math.ceil(total / pageSize));
	if (wanted > pages) rows = await rowsOf(pages);
	return { contributions: rows.map(shownRow), total, pages, map: await ideaMap(view, processId, filter) };
}

async function countOf(view: View, where: Prisma.Sql): Promise<number> {
	const [counted] = await view.db.$queryRaw<
		{ total: number }[]
	>`SELECT count(*)::int AS total FROM contribution c WHERE ${where}`;
	return counted?.total ?? 0;
}

function shownRow(row: Row): ListedContribution {
	const { code, number, supports } = row;
	if (row.hidden) return { code, number, supports, shown: false, rule: row.rule };
	return {
		code,
		number,
		supports,
		shown: true,
		title: row.title,
		excerpt: row.excerpt,
		category: row.category,
		place: row.place,
		author: authorShown({ authorName: row.author_name, authorErasedAt: row.author_erased_at }),
		channel: row.channel,
		at: row.submitted_at,
	};
}

/** How many contributions and supports a process shows in public. */
export async function processNumbers(
	view: View,
	processId: string,
): Promise<{ contributions: number; offline: number; supports: number }> {
	const [row] = await view.db.$queryRaw<{ contributions: number; offline: number; supports: number }[]>`
		SELECT count(*)::int AS contributions, count(*) FILTER (WHERE channel <> 'online')::int AS offline,
			(SELECT count(*) FROM (
				SELECT contribution_id FROM support UNION ALL SELECT contribution_id FROM guest_support
			) s JOIN contribution c ON c.id = s.contribution_id
				WHERE c.process_id = ${processId}::uuid AND c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL)::int AS supports
		FROM contribution
		WHERE process_id = ${processId}::uuid AND (published_at IS NOT NULL OR hidden_at IS NOT NULL) AND withdrawn_at IS NULL`;
	return row ?? { contributions: 0, offline: 0, supports: 0 };
}
