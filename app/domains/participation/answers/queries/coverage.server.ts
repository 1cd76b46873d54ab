import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayReadProcess, processById } from "../../processes/index.server";
import { type Counted, type Coverage, coverageOf } from "../coverage";

/** Counts for many processes at once. SQL: one pass over the contributions of all of them. */
async function countAnswered(view: Pick<View, "db">, processIds: readonly string[]): Promise<Map<string, Counted>> {
	const rows = await view.db.$queryRaw<{ process_id: string; published: bigint; answered: bigint }[]>`
		SELECT contribution.process_id, count(*) AS published,
			count(*) FILTER (WHERE official_answer.released_at IS NOT NULL) AS answered
		FROM contribution
		LEFT JOIN answered_contribution ON answered_contribution.contribution_id = contribution.id
		LEFT JOIN official_answer ON official_answer.id = answered_contribution.answer_id
		WHERE contribution.process_id = ANY (${[...processIds]}::uuid[]) AND contribution.published_at IS NOT NULL
			AND contribution.hidden_at IS NULL AND contribution.withdrawn_at IS NULL
		GROUP BY contribution.process_id`;
	return new Map(
		rows.map((row) => [row.process_id, { published: Number(row.published), answered: Number(row.answered) }]),
	);
}

/** How many contributions of a process are answered, and by when the rest will be. @throws NotFound when not readable */
export async function coverage(view: View, processId: string): Promise<Coverage> {
	const [process, counts] = await Promise.all([processById(view, processId), countAnswered(view, [processId])]);
	if (!mayReadProcess(view.actor, process, view.now)) throw new NotFound();
	const counted = counts.get(processId) ?? { published: 0, answered: 0 };
	return coverageOf(counted, process.answeredUntil, today(view.now));
}
