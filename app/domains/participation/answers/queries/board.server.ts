import { today } from "~/platform/calendar.server";
import { Prisma } from "~/platform/database/generated/client";
import { literally } from "~/platform/database/like-pattern.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { processAt } from "../../processes/index.server";
import { type BoardState, boardStates } from "../board";
import { coverageOf } from "../coverage";
import { mayAnswer } from "../policy.server";
import { countAnswered } from "./coverage.server";

export const boardPageSize = 50;

export type BoardRow = {
	id: string;
	kind: "contribution" | "comment";
	number: number;
	/** Number of the comment below its contribution; null for contributions. */
	comment: number | null;
	code: string;
	title: string;
	category: string | null;
	state: BoardState;
	answerId: string | null;
	/** By when the department was asked, if it was. */
	dueOn: Date | null;
	supports: number;
};

type Row = Omit<BoardRow, "supports"> & { supports: bigint };

/**
 * Contribution by contribution, and question by question, with its state. SQL: the state is put together from four tables, and has to be known
 * before filtering, counting and paging.
 */
function standing(processId: string): Prisma.Sql {
	return Prisma.sql`
		SELECT 'contribution' AS kind, c.id, c.number, NULL::int AS comment, c.code, c.title, c.category, a.id AS "answerId", asked.due_on AS "dueOn",
			CASE
				WHEN a.id IS NOT NULL AND link.not_answered_at > a.released_at THEN 'objected'
				WHEN a.release_asked_at IS NOT NULL THEN 'waiting'
				WHEN a.released_revision = a.revision THEN 'answered'
				WHEN a.id IS NOT NULL THEN 'preparing'
				WHEN asked.open THEN 'at-department'
				WHEN asked.open = false THEN 'department-answered'
				ELSE 'unanswered'
			END AS state
		FROM contribution c
		LEFT JOIN answered_contribution link ON link.contribution_id = c.id
		LEFT JOIN official_answer a ON a.id = link.answer_id
		LEFT JOIN LATERAL (
			SELECT bool_or(i.answered_at IS NULL) AS open, min(i.due_on) FILTER (WHERE i.answered_at IS NULL) AS due_on
			FROM inquiry_contribution ic JOIN inquiry i ON i.id = ic.inquiry_id AND i.withdrawn_at IS NULL
			WHERE ic.contribution_id = c.id
		) asked ON true
		WHERE c.process_id = ${processId}::uuid AND c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
		UNION ALL
		SELECT 'comment', k.id, c.number, k.number, k.code, left(k.text, 120), c.category, a.id, asked.due_on,
			CASE
				WHEN a.id IS NOT NULL AND link.not_answered_at > a.released_at THEN 'objected'
				WHEN a.release_asked_at IS NOT NULL THEN 'waiting'
				WHEN a.released_revision = a.revision THEN 'answered'
				WHEN a.id IS NOT NULL THEN 'preparing'
				WHEN asked.open THEN 'at-department'
				WHEN asked.open = false THEN 'department-answered'
				ELSE 'unanswered'
			END
		FROM comment k JOIN contribution c ON c.id = k.contribution_id AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
		LEFT JOIN answered_comment link ON link.comment_id = k.id
		LEFT JOIN official_answer a ON a.id = link.answer_id
		LEFT JOIN LATERAL (
			SELECT bool_or(i.answered_at IS NULL) AS open, min(i.due_on) FILTER (WHERE i.answered_at IS NULL) AS due_on
			FROM inquiry_comment ic JOIN inquiry i ON i.id = ic.inquiry_id AND i.withdrawn_at IS NULL
			WHERE ic.comment_id = k.id
		) asked ON true
		WHERE k.process_id = ${processId}::uuid AND k.is_question
			AND k.published_at IS NOT NULL AND k.hidden_at IS NULL AND k.withdrawn_at IS NULL`;
}

/**
 * The list „Antworten“ of a process for those who answer, with the count of every state.
 * @param filter.state @param filter.words in title or text, @param filter.page from 1
 */
export async function board(
	view: View,
	{
		place,
		process: slug,
		filter,
	}: {
		place: string;
		process: string;
		filter: { state: BoardState | null; words: string; page: number };
	},
) {
	const process = await processAt(view, { place, process: slug });
	demand(mayAnswer, view.actor, process);
	const all = standing(process.id);
	const counts = await view.db.$queryRaw<{ state: BoardState; count: bigint }[]>`
		SELECT state, count(*) AS count FROM (${all}) AS standing GROUP BY state`;
	const conditions = [
		...(filter.state ? [Prisma.sql`state = ${filter.state}`] : []),
		...(filter.words ? [Prisma.sql`title ILIKE ${`%${literally(filter.words)}%`}`] : []),
	];
	const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
	const [found] = await view.db.$queryRaw<
		{ count: bigint }[]
	>`SELECT count(*) AS count FROM (${all}) AS standing ${where}`;
	const rows = await view.db.$queryRaw<Row[]>`
		SELECT standing.*, (SELECT support_count FROM contribution WHERE id = standing.id) AS supports
		FROM (${all}) AS standing ${where} ORDER BY number, comment NULLS FIRST, id LIMIT ${boardPageSize} OFFSET ${(filter.page - 1) * boardPageSize}`;
	const byState = Object.fromEntries(boardStates.map((state) => [state, 0])) as Record<BoardState, number>;
	for (const { state, count } of counts) byState[state] = Number(count);
	const day = today(view.now);
	const counted = (await countAnswered(view, [process.id], day)).get(process.id);
	return {
		process: { id: process.id, title: process.title, slug: process.slug, answeredUntil: process.answeredUntil },
		rows: rows.map((row): BoardRow => ({ ...row, supports: Number(row.supports) })),
		counts: byState,
		found: Number(found?.count ?? 0n),
		coverage: coverageOf(counted ?? { published: 0, answered: 0, acknowledged: 0 }, process.answeredUntil, day),
	};
}
