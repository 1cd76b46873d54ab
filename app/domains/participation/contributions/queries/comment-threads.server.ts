import { personIdOf } from "~/platform/actor";
import type { View } from "~/platform/world.server";
import { commentsPerPage } from "../comment";
import { type AuthorShown, authorShown, changeableUntil } from "../contribution";

/** One entry of the threads as readers see it; what was hidden or taken back keeps its place. */
export type ListedComment = {
	id: string;
	code: string;
	number: number;
	/** Number of the comment with which its thread begins; its own when it begins one. */
	thread: number;
	/** The comment it replies to, when that does not begin the thread. */
	replyTo: { number: number; code: string } | null;
} & (
	| {
			shown: "text";
			text: string;
			author: AuthorShown;
			at: Date;
			changedAt: Date | null;
			own: boolean;
			changeable: boolean;
			/** Its author wants an answer of the administration. */
			isQuestion: boolean;
	  }
	| { shown: "hidden"; rule: string | null }
	| { shown: "withdrawn" }
);

type Row = {
	id: string;
	code: string;
	number: number;
	thread: number;
	text: string;
	is_question: boolean;
	author_id: string | null;
	author_name: string | null;
	author_erased_at: Date | null;
	submitted_at: Date;
	published_at: Date;
	changed_at: Date | null;
	hidden_at: Date | null;
	withdrawn_at: Date | null;
	reply_number: number | null;
	reply_code: string | null;
	rule: string | null;
};

/**
 * One page of the comments of a contribution in the order of their threads, and how many there are. The caller has asked
 * whether the contribution may be read. SQL, because this is a hot list: the page is found in its index alone
 * (comment_threads), and only its 25 rows are read.
 */
export async function commentThreads(
	view: View,
	contributionId: string,
	page: number,
): Promise<{ comments: ListedComment[]; total: number; page: number; pages: number }> {
	const [counted] = await view.db.$queryRaw<{ total: number }[]>`
		SELECT count(*)::int AS total FROM comment WHERE contribution_id = ${contributionId}::uuid AND published_at IS NOT NULL`;
	const total = counted?.total ?? 0;
	const pages = Math.max(1, Math.ceil(total / commentsPerPage));
	const wanted = Math.min(Math.max(page, 1), pages);
	if (total === 0) return { comments: [], total, page: 1, pages };
	const rows = await view.db.$queryRaw<Row[]>`
		SELECT c.id, c.code, c.number, c.thread, c.text, c.is_question, c.author_id, c.author_name, c.author_erased_at, c.submitted_at,
			c.published_at, c.changed_at, c.hidden_at, c.withdrawn_at, answered.number AS reply_number,
			answered.code AS reply_code,
			CASE WHEN c.hidden_at IS NOT NULL THEN
				(SELECT m.rule FROM comment_moderation m WHERE m.comment_id = c.id AND m.outcome = 'hidden' ORDER BY m.at DESC LIMIT 1)
			END AS rule
		FROM (
			SELECT id FROM comment WHERE contribution_id = ${contributionId}::uuid AND published_at IS NOT NULL
			ORDER BY thread, number LIMIT ${commentsPerPage} OFFSET ${(wanted - 1) * commentsPerPage}
		) found
		JOIN comment c ON c.id = found.id
		LEFT JOIN comment answered ON answered.id = c.reply_to_id AND answered.number <> c.thread
		ORDER BY c.thread, c.number`;
	const reader = personIdOf(view.actor);
	return { comments: rows.map((row) => shownRow(row, reader, view.now)), total, page: wanted, pages };
}

function shownRow(row: Row, reader: string | null, now: Date): ListedComment {
	const { id, code, number, thread, reply_number, reply_code } = row;
	const replyTo = reply_number !== null && reply_code !== null ? { number: reply_number, code: reply_code } : null;
	const entry = { id, code, number, thread, replyTo };
	if (row.withdrawn_at) return { ...entry, shown: "withdrawn" };
	if (row.hidden_at) return { ...entry, shown: "hidden", rule: row.rule };
	const own = reader !== null && row.author_id === reader;
	return {
		...entry,
		shown: "text",
		text: row.text,
		isQuestion: row.is_question,
		author: authorShown({ authorName: row.author_name, authorErasedAt: row.author_erased_at }),
		at: row.submitted_at,
		changedAt: row.changed_at,
		own,
		changeable: own && now < changeableUntil(row.published_at, "comment"),
	};
}

/** How many comments stand before this one in the threads of its contribution; by that its page is found. */
export async function placeOfComment(
	view: View,
	{ contributionId, thread, number }: { contributionId: string; thread: number; number: number },
): Promise<number> {
	const [row] = await view.db.$queryRaw<{ before: number }[]>`
		SELECT count(*)::int AS before FROM comment
		WHERE contribution_id = ${contributionId}::uuid AND published_at IS NOT NULL AND (thread, number) < (${thread}, ${number})`;
	return row?.before ?? 0;
}
