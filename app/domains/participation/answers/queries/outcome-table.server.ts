import { today } from "~/platform/calendar.server";
import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { processAt } from "../../processes/index.server";
import { commentPath, contributionPath } from "../addresses";
import { coverageOf } from "../coverage";
import { isDisposition } from "../disposition";
import { fill } from "../placeholders";
import { answerable } from "./answerable.server";
import { countAnswered } from "./coverage.server";
import { valuesOf } from "./public-answers.server";
import { resultNotes } from "./result-notes.server";

export const outcomePageSize = 50;
/** For printing and for the file: more nobody prints. */
const outcomeRowsMost = 10_000;

type Row = {
	kind: "contribution" | "annotation" | "comment";
	id: string;
	number: number | null;
	comment: number | null;
	code: string;
	title: string;
	text: string;
	category: string | null;
	disposition: string | null;
	reason: string | null;
	released_at: Date | null;
	together: number;
	update_state: string | null;
	update_text: string | null;
	update_at: Date | null;
};

type OutcomeRow = Omit<Row, "released_at" | "update_state" | "update_text" | "update_at" | "code"> & {
	href: string;
	releasedAt: Date | null;
	/** How it was carried out, as last said. */
	update: { state: string; text: string; at: Date } | null;
};

/** "open", a disposition, or null for everything. */
type OutcomeFilter = string | null;

export function isOutcomeFilter(name: string | null): name is string {
	return name === "open" || (name !== null && isDisposition(name));
}

/**
 * „Was wurde gesagt – was wurde daraus“: everything published of a process with its released answer and how that was
 * carried out, in the order of the numbers. Statements on a plan are counted, not shown: they are published nowhere.
 * SQL: joined from six tables, filtered and paged; read by everybody.
 * @param page from 1; null for everything, up to `outcomeRowsMost`
 * @throws NotFound when the process is not readable
 */
export async function outcomeTable(
	view: View,
	{
		place,
		process: slug,
		filter,
		page,
	}: { place: string; process: string; filter: OutcomeFilter; page: number | null },
) {
	const process = await processAt(view, { place, process: slug });
	const day = today(view.now);
	const all = Prisma.sql`SELECT * FROM (${answerable([process.id], day)}) AS every WHERE kind <> 'statement'`;
	const where =
		filter === null
			? Prisma.empty
			: filter === "open"
				? Prisma.sql`WHERE item.released_at IS NULL`
				: Prisma.sql`WHERE item.disposition = ${filter}`;
	const size = page === null ? outcomeRowsMost : outcomePageSize;
	const rows = await view.db.$queryRaw<Row[]>`
		SELECT CASE WHEN item.kind = 'contribution' AND c.kind = 'annotation' THEN 'annotation' ELSE item.kind END AS kind,
			item.id, c.number, k.number AS comment, coalesce(k.code, c.code) AS code, c.title,
			coalesce(k.text, c.excerpt) AS text, c.category, item.disposition,
			CASE WHEN item.released_at IS NOT NULL THEN r.reason_text END AS reason, item.released_at,
			(SELECT count(*) FROM answered_contribution WHERE answer_id = item.answer_id)::int
				+ (SELECT count(*) FROM answered_comment WHERE answer_id = item.answer_id)::int AS together,
			u.state AS update_state, u.text AS update_text, u.at AS update_at
		FROM (${all}) AS item
		LEFT JOIN comment k ON item.kind = 'comment' AND k.id = item.id
		JOIN contribution c ON c.id = coalesce(k.contribution_id, item.id)
		LEFT JOIN official_answer a ON a.id = item.answer_id
		LEFT JOIN answer_revision r ON r.answer_id = a.id AND r.revision = a.released_revision
		LEFT JOIN LATERAL (
			SELECT state, text, at FROM answer_update WHERE answer_id = a.id ORDER BY at DESC, id DESC LIMIT 1
		) u ON item.released_at IS NOT NULL
		${where}
		ORDER BY c.number, k.number NULLS FIRST LIMIT ${size} OFFSET ${page === null ? 0 : (page - 1) * size}`;
	const counts = await view.db.$queryRaw<{ result: string; count: bigint }[]>`
		SELECT CASE WHEN item.released_at IS NULL THEN 'open' ELSE item.disposition END AS result, count(*) AS count
		FROM (${all}) AS item GROUP BY 1`;
	const byResult = Object.fromEntries(counts.map(({ result, count }) => [result, Number(count)]));
	const total = Object.values(byResult).reduce((sum, count) => sum + count, 0);
	const counted = (await countAnswered(view, [process.id], day)).get(process.id);
	const nothing = { published: 0, answered: 0, acknowledged: 0 };
	return {
		process: { id: process.id, title: process.title, slug: process.slug },
		placeName: process.organisation.space?.name ?? process.organisation.shortName,
		rows: rows.map((row) => rowFrom(row, process)),
		counts: byResult,
		total,
		found: filter === null ? total : (byResult[filter] ?? 0),
		coverage: coverageOf(counted ?? nothing, process.answeredUntil, day),
		statements: (counted?.published ?? 0) - total,
		notes: await resultNotes(view, process, place),
	};
}

function rowFrom(row: Row, process: { title: string }): OutcomeRow {
	const { released_at: releasedAt, update_state, update_text, update_at, code, reason, ...rest } = row;
	return {
		...rest,
		reason: reason === null ? null : fill(reason, valuesOf({ title: row.title, number: row.number, process })),
		href: row.kind === "comment" ? commentPath(code) : `${contributionPath(code)}#antwort`,
		releasedAt,
		update:
			update_state !== null && update_text !== null && update_at !== null
				? { state: update_state, text: update_text, at: update_at }
				: null,
	};
}
