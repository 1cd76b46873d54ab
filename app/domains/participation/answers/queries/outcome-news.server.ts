import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { processAt } from "../../processes/index.server";
import { fill } from "../placeholders";
import { answerable } from "./answerable.server";
import { valuesOf } from "./public-answers.server";

/** What readers keep; older news stand on the page. */
const newsMost = 50;

type Row = {
	id: string;
	at: Date;
	kind: "answer" | "update";
	result: string;
	text: string;
	number: number | null;
	title: string;
	code: string;
	together: number;
};

/**
 * What became of what was said in a process, the newest first: each released answer once, however many it serves, and
 * each word on how it is carried out.
 * SQL: two kinds of news joined with the first contribution of the answer that is public.
 * @throws NotFound when the process is not readable
 */
export async function outcomeNews(view: View, { place, process: slug }: { place: string; process: string }) {
	const process = await processAt(view, { place, process: slug });
	const rows = await view.db.$queryRaw<Row[]>`
		WITH answered AS (
			SELECT item.answer_id, min(item.released_at) AS released_at, min(c.number) AS number, count(*)::int AS together
			FROM (${answerable([process.id], today(view.now))}) AS item
			LEFT JOIN comment k ON item.kind = 'comment' AND k.id = item.id
			JOIN contribution c ON c.id = coalesce(k.contribution_id, item.id)
			WHERE item.kind <> 'statement' AND item.released_at IS NOT NULL
			GROUP BY item.answer_id
		), news AS (
			SELECT a.id, answered.released_at AS at, 'answer' AS kind, r.disposition AS result, r.reason_text AS text,
				answered.number, answered.together
			FROM answered
			JOIN official_answer a ON a.id = answered.answer_id
			JOIN answer_revision r ON r.answer_id = a.id AND r.revision = a.released_revision
			UNION ALL
			SELECT u.id, u.at, 'update', u.state, u.text, answered.number, answered.together
			FROM answered JOIN answer_update u ON u.answer_id = answered.answer_id
		)
		SELECT news.*, c.title, c.code FROM news
		JOIN contribution c ON c.process_id = ${process.id}::uuid AND c.number = news.number
		ORDER BY news.at DESC, news.id DESC LIMIT ${newsMost}`;
	return {
		process: { title: process.title, publishedAt: process.publishedAt, createdAt: process.createdAt },
		news: rows.map(({ text, ...row }) => ({
			...row,
			text: row.kind === "answer" ? fill(text, valuesOf({ title: row.title, number: row.number, process })) : text,
		})),
	};
}
