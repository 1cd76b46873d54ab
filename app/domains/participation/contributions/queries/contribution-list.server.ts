import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { type AuthorShown, authorShown } from "../contribution";
import type { ListFilter } from "../list-filter";
import { pageSize } from "../page-size";
import { type IdeaMap, ideaMap } from "./idea-map.server";
import { isNarrowed, listedWhere } from "./listed-where.server";

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

/** How many contributions and supports a process shows in public; `ideas` are those of its list, `offline` came otherwise. */
type ProcessNumbers = { contributions: number; offline: number; supports: number; ideas: number };

/**
 * One page of a process's public contributions, how many there are, their map, and the figures of the process. The caller
 * has asked whether the process may be read. SQL, because this is a hot list: which 25 stand on the page, and how many
 * there are, is read from an index alone; a page of the second half is found from the end.
 * Hidden ones are placeholders, and no filter can find out what they said.
 */
export async function listContributions(
	view: View,
	processId: string,
	filter: ListFilter,
): Promise<{
	contributions: ListedContribution[];
	total: number;
	pages: number;
	map: IdeaMap | null;
	numbers: ProcessNumbers;
}> {
	const where = listedWhere(processId, filter);
	const asked = numbersOf(view, processId);
	const totalOf = async () => (isNarrowed(filter) ? countOf(view, where) : (await asked).ideas);
	const [{ rows, total }, map, numbers] = await Promise.all([
		filter.page <= 1 ? firstPage(view, where, filter, totalOf) : laterPage(view, where, filter, totalOf),
		ideaMap(view, processId, filter),
		asked,
	]);
	return { contributions: rows.map(shownRow), total, pages: pagesOf(total), map, numbers };
}

type Page = { rows: Row[]; total: number };
const pagesOf = (total: number) => Math.max(1, Math.ceil(total / pageSize));

/** A first page that is not full is the only one, and says how many there are. */
async function firstPage(
	view: View,
	where: Prisma.Sql,
	{ sort }: ListFilter,
	totalOf: () => Promise<number>,
): Promise<Page> {
	const rows = await rowsOf(view, where, { sort, skip: 0, take: pageSize, fromEnd: false });
	return { rows, total: rows.length < pageSize ? rows.length : await totalOf() };
}

/** A later page, or the last one when there are not so many. */
async function laterPage(
	view: View,
	where: Prisma.Sql,
	{ sort, page }: ListFilter,
	totalOf: () => Promise<number>,
): Promise<Page> {
	const total = await totalOf();
	const skip = (Math.min(page, pagesOf(total)) - 1) * pageSize;
	const take = Math.min(pageSize, total - skip);
	const behind = total - skip - take;
	const fromEnd = behind < skip;
	const rows = await rowsOf(view, where, { sort, skip: fromEnd ? behind : skip, take, fromEnd });
	return { rows: fromEnd ? rows.reverse() : rows, total };
}

const orders = {
	newest: Prisma.sql`c.submitted_at DESC, c.id`,
	oldest: Prisma.sql`c.submitted_at, c.id DESC`,
	supported: Prisma.sql`c.support_count DESC, c.submitted_at DESC, c.id`,
};
const ordersFromEnd = {
	newest: orders.oldest,
	oldest: orders.newest,
	supported: Prisma.sql`c.support_count, c.submitted_at, c.id DESC`,
};

/** The 25 are looked for by id first: that their index alone tells. */
function rowsOf(
	view: View,
	where: Prisma.Sql,
	{ sort, skip, take, fromEnd }: { sort: ListFilter["sort"]; skip: number; take: number; fromEnd: boolean },
): Promise<Row[]> {
	const order = (fromEnd ? ordersFromEnd : orders)[sort];
	return view.db.$queryRaw<Row[]>`
		SELECT c.code, c.number, c.title, left(c.excerpt, 240) AS excerpt, c.category, c.place, c.author_name, c.channel,
			c.author_erased_at, c.submitted_at, c.hidden_at IS NOT NULL AS hidden, c.support_count AS supports,
			CASE WHEN c.hidden_at IS NOT NULL THEN
				(SELECT m.rule FROM moderation m WHERE m.contribution_id = c.id AND m.outcome = 'hidden' ORDER BY m.at DESC LIMIT 1)
			END AS rule
		FROM (SELECT c.id FROM contribution c WHERE ${where} ORDER BY ${order} LIMIT ${take} OFFSET ${skip}) found
		JOIN contribution c ON c.id = found.id ORDER BY ${order}`;
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

async function numbersOf(view: View, processId: string): Promise<ProcessNumbers> {
	const [row] = await view.db.$queryRaw<ProcessNumbers[]>`
		SELECT count(*)::int AS contributions, (count(*) FILTER (WHERE kind = 'idea'))::int AS ideas,
			(count(*) FILTER (WHERE channel <> 'online'))::int AS offline,
			coalesce(sum(support_count) FILTER (WHERE hidden_at IS NULL), 0)::int AS supports
		FROM contribution
		WHERE process_id = ${processId}::uuid AND (published_at IS NOT NULL OR hidden_at IS NOT NULL) AND withdrawn_at IS NULL`;
	return row ?? { contributions: 0, offline: 0, supports: 0, ideas: 0 };
}
