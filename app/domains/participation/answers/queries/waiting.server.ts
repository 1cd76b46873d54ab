import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { boardPath, inquiriesPath } from "../addresses";
import { isUrgent } from "../coverage";
import { messages } from "../messages";
import { answeringRoles } from "../policy.server";

type Row = {
	slug: string;
	place: string;
	title: string;
	answered_until: Date | null;
	release: bigint;
	open: bigint;
	questions: bigint;
	objected: bigint;
	department: bigint;
	department_late: bigint;
};

/** More processes than this are not worked on at the same time. */
const processesMost = 50;

/**
 * „Antworten freigeben“, „Antworten fällig“, „Beim Fachamt“, by process, for the organisations this person answers for.
 * Own answers are not counted for release. SQL: counts over five tables, asked at every look at the page.
 */
export async function waiting(view: View): Promise<Waiting[]> {
	if (view.actor.kind !== "person") return [];
	const { grants, personId } = view.actor;
	const organisations = grants.flatMap(({ role, scope }) =>
		(answeringRoles as readonly string[]).includes(role) && scope.kind === "organisation" ? [scope.id] : [],
	);
	if (organisations.length === 0) return [];
	const day = today(view.now);
	const rows = await view.db.$queryRaw<Row[]>`
		SELECT process.slug, space.slug AS place, process.title, process.answered_until,
			(SELECT count(*) FROM official_answer a WHERE a.process_id = process.id
				AND a.release_asked_at IS NOT NULL AND a.prepared_by_id <> ${personId}::uuid) AS release,
			count(c.id) FILTER (WHERE link.answer_id IS NULL OR answer.released_at IS NULL) AS open,
			(SELECT count(*) FROM comment k
				JOIN contribution about ON about.id = k.contribution_id AND about.hidden_at IS NULL AND about.withdrawn_at IS NULL
				LEFT JOIN answered_comment asked ON asked.comment_id = k.id
				LEFT JOIN official_answer a ON a.id = asked.answer_id
				WHERE k.process_id = process.id AND k.is_question
					AND (a.released_at IS NULL OR asked.not_answered_at > a.released_at)
					AND k.published_at IS NOT NULL AND k.hidden_at IS NULL AND k.withdrawn_at IS NULL) AS questions,
			count(c.id) FILTER (WHERE link.not_answered_at > answer.released_at) AS objected,
			(SELECT count(*) FROM inquiry i WHERE i.process_id = process.id
				AND i.answered_at IS NULL AND i.withdrawn_at IS NULL) AS department,
			(SELECT count(*) FROM inquiry i WHERE i.process_id = process.id
				AND i.answered_at IS NULL AND i.withdrawn_at IS NULL AND i.due_on < ${day}::date) AS department_late
		FROM process JOIN space ON space.organisation_id = process.organisation_id
		JOIN contribution c ON c.process_id = process.id
			AND c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
		LEFT JOIN answered_contribution link ON link.contribution_id = c.id
		LEFT JOIN official_answer answer ON answer.id = link.answer_id
		WHERE process.organisation_id = ANY (${[...new Set(organisations)]}::uuid[])
			AND process.published_at IS NOT NULL AND process.archived_at IS NULL
		GROUP BY process.id, space.slug ORDER BY process.answered_until NULLS LAST, process.id LIMIT ${processesMost}`;
	const t = textFor(view.locale, messages);
	return rows.flatMap((row) => {
		const board = boardPath(row.place, row.slug);
		return [
			{
				label: t("waiting.release"),
				about: row.title,
				count: Number(row.release),
				href: `${board}?stand=waiting`,
				urgent: true,
			},
			{
				label: t("waiting.due"),
				about: row.title,
				count: Number(row.open) + Number(row.questions) + Number(row.objected),
				href: row.open === 0n && row.questions === 0n ? `${board}?stand=objected` : board,
				urgent: isUrgent(row.answered_until, day),
			},
			{
				label: t("waiting.department"),
				about: row.title,
				count: Number(row.department),
				href: inquiriesPath(row.place, row.slug),
				urgent: row.department_late > 0n,
			},
		].filter(({ count }) => count > 0);
	});
}
