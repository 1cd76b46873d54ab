import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import type { Wish } from "../paper";

export type PendingReply = {
	/** What was typed in: a contribution, or a question in a comment. */
	entryId: string;
	kind: "contribution" | "comment";
	answerId: string;
	revision: number;
	/** Of the contribution; of a comment the one that it stands below. */
	number: number;
	commentNumber: number | null;
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

/** Entries whose author did not take them back, with the answer to them and the reply on its released revision. */
const answeredEntries = Prisma.sql`
	paper_entry e
	LEFT JOIN comment k ON k.id = e.comment_id
	JOIN contribution c ON c.id = coalesce(e.contribution_id, k.contribution_id)
		AND (CASE WHEN k.id IS NULL THEN c.withdrawn_at ELSE k.withdrawn_at END) IS NULL
	JOIN LATERAL (
		SELECT answer_id FROM answered_contribution WHERE contribution_id = e.contribution_id
		UNION ALL SELECT answer_id FROM answered_comment WHERE comment_id = e.comment_id
	) l ON true
	JOIN official_answer a ON a.id = l.answer_id AND a.released_revision IS NOT NULL
	LEFT JOIN paper_reply p ON p.entry_id = e.id AND p.answer_id = a.id AND p.revision = a.released_revision`;

/**
 * Authors who are still to be told a released answer in this way, oldest answer first: a correction is told as well, what
 * was printed or called stands in PaperReply. SQL, because it joins the released revision. The caller asks the policy.
 */
export function pendingReplies(
	{ db }: Pick<View, "db">,
	{ processId, way, most = shownMost }: { processId: string; way: Exclude<Wish, "none">; most?: number },
): Promise<PendingReply[]> {
	return db.$queryRaw<PendingReply[]>`
		SELECT e.id AS "entryId", CASE WHEN k.id IS NULL THEN 'contribution' ELSE 'comment' END AS kind, a.id AS "answerId",
			r.revision, c.number, k.number AS "commentNumber", coalesce(k.code, c.code) AS code, c.title, e.name, e.street, e.town,
			e.phone, r.released_at AS "releasedAt", r.disposition, r.reason_text AS "reasonText"
		FROM ${answeredEntries}
		JOIN answer_revision r ON r.answer_id = a.id AND r.revision = a.released_revision
		WHERE e.process_id = ${processId}::uuid AND e.wish = ${way} AND e.forgotten_at IS NULL AND p.id IS NULL
		ORDER BY r.released_at, c.number, k.number LIMIT ${most}`;
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
		FROM ${answeredEntries}
		WHERE e.process_id = ANY (${[...processIds]}::uuid[]) AND e.wish <> 'none' AND e.forgotten_at IS NULL
		GROUP BY e.process_id`;
	return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
