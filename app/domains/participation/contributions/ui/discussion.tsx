import type { ReactNode } from "react";
import { LinkButton } from "~/design/button";
import { type Comment, CommentThread } from "~/design/comment-thread";
import { Section } from "~/design/layout";
import { Pagination } from "~/design/pagination";
import { LocalDateTime } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { commentsPerPage } from "../comment";
import { commentMessages } from "../comment-messages";
import { moderationRules } from "../contribution";
import { messages } from "../messages";
import type { ListedComment } from "../queries/comment-threads.server";
import type { Discussion as DiscussionData } from "../queries/discussion.server";
import { useAuthorName } from "./author-name";

/** The comments of a contribution in threads and pages, and how to write one. */
export function Discussion({
	discussion,
	code,
	moderationPath,
	below,
}: {
	discussion: DiscussionData;
	/** What stands below a comment: the answer of the administration to a question. */
	below: (comment: { id: string; isQuestion: boolean }) => ReactNode;
	/** Public code of the contribution. */
	code: string;
	/** The place's moderation, for those who moderate. */
	moderationPath: string | null;
}) {
	const t = useText(commentMessages);
	const { dateLong } = useFormat();
	const entryOf = useEntry({ code, open: discussion.open, moderationPath, below });
	if (!discussion.everOpen && discussion.total === 0) return null;
	const closed = discussion.merged
		? t("section.merged")
		: discussion.from
			? t("section.later", { date: dateLong(discussion.from) })
			: t("section.closed");
	return (
		<Section id="kommentare" title={t("section.title")}>
			<p>{t("section.count", { count: discussion.total })}</p>
			{discussion.total > 0 && (
				<>
					<CommentThread comments={threadsOf(discussion.comments, entryOf)} />
					<Pagination
						page={discussion.page}
						pageSize={commentsPerPage}
						total={discussion.total}
						hrefFor={(page) => `/b/${code}${page > 1 ? `?kommentare=${page}` : ""}#kommentare`}
					/>
				</>
			)}
			{discussion.open ? (
				<p>
					<LinkButton look="secondary" href={`/b/${code}/kommentieren`}>
						{t("section.write")}
					</LinkButton>
				</p>
			) : (
				<p>{closed}</p>
			)}
		</Section>
	);
}

/** Replies below the comment with which their thread begins; where that stands on another page, they stand for themselves. */
function threadsOf(listed: readonly ListedComment[], entryOf: (comment: ListedComment) => Comment): Comment[] {
	const threads: (Comment & { replies: Comment[]; thread: number })[] = [];
	for (const comment of listed) {
		const last = threads.at(-1);
		if (last && last.thread === comment.thread) last.replies.push(entryOf(comment));
		else threads.push({ ...entryOf(comment), replies: [], thread: comment.thread });
	}
	return threads;
}

function useEntry({
	code,
	open,
	moderationPath,
	below,
}: {
	code: string;
	open: boolean;
	moderationPath: string | null;
	below: (comment: { id: string; isQuestion: boolean }) => ReactNode;
}): (comment: ListedComment) => Comment {
	const t = useText(commentMessages);
	const words = useText(messages);
	const { dateLong } = useFormat();
	const nameOf = useAuthorName();
	return (comment) => {
		const base = { id: comment.code };
		if (comment.shown !== "text") {
			const rule =
				comment.shown === "hidden" && (moderationRules.find((known) => known === comment.rule) ?? "off-topic");
			return {
				...base,
				author: t("kind"),
				date: null,
				body: <p>{rule ? t("section.hidden", { rule: words(`rules.${rule}`) }) : t("section.withdrawn")}</p>,
			};
		}
		const author = nameOf(comment.author);
		const address = `/k/${comment.code}`;
		return {
			...base,
			author,
			date: (
				<>
					<LocalDateTime value={comment.at} />
					{comment.changedAt && (
						<>
							{" · "}
							<a href={`${address}/fassungen`}>{t("section.changed", { date: dateLong(comment.changedAt) })}</a>
						</>
					)}
				</>
			),
			body: (
				<>
					{comment.replyTo && (
						<p className="gw-muted">
							<a href={`/k/${comment.replyTo.code}`}>
								{t("section.answers", { number: String(comment.replyTo.number) })}
							</a>
						</p>
					)}
					{paragraphsOf(comment.text)}
					{below({ id: comment.id, isQuestion: comment.isQuestion })}
				</>
			),
			acts: (
				<>
					{open && (
						<a href={`/b/${code}/kommentieren?antwort=${comment.code}`} aria-label={t("section.replyTo", { author })}>
							{t("section.reply")}
						</a>
					)}
					<a href={address} aria-label={t("section.linkOf", { author })}>
						{t("section.link")}
					</a>
					{comment.own ? (
						<a href={`${address}/bearbeiten`}>{t("section.own")}</a>
					) : (
						<a href={`${address}/melden`} aria-label={t("section.reportOf", { author })}>
							{t("section.report")}
						</a>
					)}
					{moderationPath && (
						<a
							href={`${moderationPath}/kommentar/${comment.id}/ausblenden`}
							aria-label={t("section.hideOf", { author })}
						>
							{t("section.hide")}
						</a>
					)}
				</>
			),
		};
	};
}

/** A plain text as paragraphs; single line ends stay line ends. */
export function paragraphsOf(text: string) {
	return text.split(/\n{2,}/).map((paragraph, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server and never reordered
		<p key={index} className="gw-lines">
			{paragraph}
		</p>
	));
}
