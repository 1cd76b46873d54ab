import { Prisma } from "~/platform/database/generated/client";

/**
 * Everything of these processes that wants an answer, each once, whatever it is: contributions (ideas, annotations, cards
 * from events), comments marked as a question, and statements on a plan, which count from the end of their last display on
 * and are answered by the resolution on the weighing. The one place that knows it; whoever counts or lists begins here.
 * Columns: process_id, kind ("contribution", "comment", "statement"), id, answer_id, released_at, disposition (of what
 * stands in public), not_answered_at.
 * @param day today, midnight UTC
 */
export function answerable(processIds: readonly string[], day: Date): Prisma.Sql {
	const ids = Prisma.sql`ANY (${[...processIds]}::uuid[])`;
	return Prisma.sql`
		SELECT c.process_id, 'contribution' AS kind, c.id, a.id AS answer_id, a.released_at, r.disposition,
			link.not_answered_at
		FROM contribution c
		LEFT JOIN answered_contribution link ON link.contribution_id = c.id
		LEFT JOIN official_answer a ON a.id = link.answer_id
		LEFT JOIN answer_revision r ON r.answer_id = a.id AND r.revision = a.released_revision
		WHERE c.process_id = ${ids} AND c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
		UNION ALL
		SELECT k.process_id, 'comment', k.id, a.id, a.released_at, r.disposition, link.not_answered_at
		FROM comment k
		JOIN contribution c ON c.id = k.contribution_id AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
		LEFT JOIN answered_comment link ON link.comment_id = k.id
		LEFT JOIN official_answer a ON a.id = link.answer_id
		LEFT JOIN answer_revision r ON r.answer_id = a.id AND r.revision = a.released_revision
		WHERE k.process_id = ${ids} AND k.is_question
			AND k.published_at IS NOT NULL AND k.hidden_at IS NULL AND k.withdrawn_at IS NULL
		UNION ALL
		SELECT s.process_id, 'statement', s.id, NULL, weighed.at, NULL, NULL
		FROM planning_statement s
		LEFT JOIN LATERAL (
			SELECT min(recorded_at) AS at FROM planning_step WHERE process_id = s.process_id AND stage = 'weighed'
		) weighed ON true
		WHERE s.process_id = ${ids} AND NOT EXISTS (
			SELECT FROM planning_display d WHERE d.process_id = s.process_id AND d.ends_on >= ${day}::date)`;
}
