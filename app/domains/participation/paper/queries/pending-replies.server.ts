import type { View } from "~/platform/world.server";
import type { Wish } from "../paper";

export type PendingReply = {
	contributionId: string;
	answerId: string;
	revision: number;
	number: number;
	code: string;
	title: string;
	name: string | null;
	street: string | null;
	town: string | null;
	phone: string | null;
	releasedAt: Date;
	disposition: string;
	reasonText: string;
};

/** Calls that are shown at once; letters are printed in portions of `lettersAtOnce`. */
const shownMost = 500;

/**
 * Authors who are still to be told a released answer in this way, oldest answer first: a correction is told as well, what
 * was printed or called stands in PaperReply. SQL, because it joins the released revision. The caller asks the policy.
 */
export function pendingReplies(
	{ db }: Pick<View, "db">,
	{ processId, way, most = shownMost }: { processId: string; way: Exclude<Wish, "none">; most?: number },
): Promise<PendingReply[]> {
	return db.$queryRaw<PendingReply[]>`
		SELECT e.contribution_id AS "contributionId", a.id AS "answerId", r.revision, c.number, c.code, c.title, e.name, e.street,
			e.town, e.phone, r.released_at AS "releasedAt", r.disposition, r.reason_text AS "reasonText"
		FROM paper_entry e
		JOIN contribution c ON c.id = e.contribution_id AND c.withdrawn_at IS NULL
		JOIN answered_contribution l ON l.contribution_id = c.id
		JOIN official_answer a ON a.id = l.answer_id
		JOIN answer_revision r ON r.answer_id = a.id AND r.revision = a.released_revision
		LEFT JOIN paper_reply p ON p.contribution_id = c.id AND p.answer_id = a.id AND p.revision = r.revision
		WHERE e.process_id = ${processId}::uuid AND e.wish = ${way} AND e.forgotten_at IS NULL AND p.id IS NULL
		ORDER BY r.released_at, c.number LIMIT ${most}`;
}

/** How many letters and calls are still to be made, by process; those of these processes only. */
export async function countPendingReplies(
	{ db }: Pick<View, "db">,
	processIds: readonly string[],
): Promise<Map<string, { letters: number; calls: number; unsent: number }>> {
	if (processIds.length === 0) return new Map();
	const rows = await db.$queryRaw<{ id: string; letters: number; calls: number; unsent: number }[]>`
		SELECT e.process_id AS id,
			count(*) FILTER (WHERE e.wish = 'letter' AND p.id IS NULL)::int AS letters,
			count(*) FILTER (WHERE e.wish = 'call' AND p.id IS NULL)::int AS calls,
			count(*) FILTER (WHERE p.way = 'letter' AND p.told_at IS NULL)::int AS unsent
		FROM paper_entry e
		JOIN contribution c ON c.id = e.contribution_id AND c.withdrawn_at IS NULL
		JOIN answered_contribution l ON l.contribution_id = c.id
		JOIN official_answer a ON a.id = l.answer_id AND a.released_revision IS NOT NULL
		LEFT JOIN paper_reply p ON p.contribution_id = c.id AND p.answer_id = a.id AND p.revision = a.released_revision
		WHERE e.process_id = ANY (${[...processIds]}::uuid[]) AND e.wish <> 'none' AND e.forgotten_at IS NULL
		GROUP BY e.process_id`;
	return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
