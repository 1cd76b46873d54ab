import type { ReactNode } from "react";
import { useText } from "~/platform/i18n";
import { messages } from "./messages";

export type Comment = {
	id: string;
	author: string;
	/** Function of the author, such as "Bauamt". Marks an official voice. */
	role?: string;
	/** A LocalDate. */
	date: ReactNode;
	/** Text, or RichTextView. */
	body: ReactNode;
	/** Forms and links: reply, report, take back. */
	acts?: ReactNode;
	replies?: readonly Comment[];
};

function Entry({ comment, to }: { comment: Comment; to?: string }) {
	const t = useText(messages);
	return (
		<li>
			<article id={`comment-${comment.id}`} className={comment.role ? "gw-comment gw-comment--official" : "gw-comment"}>
				<header className="gw-comment__head">
					<span className="gw-comment__author">{comment.author}</span>
					{comment.role && <span className="gw-comment__role">{comment.role}</span>}
					<span className="gw-comment__date">{comment.date}</span>
					{to && <span className="kern-sr-only">{t("comments.reply", { name: to })}</span>}
				</header>
				<div className="gw-comment__body gw-flow gw-prose">{comment.body}</div>
				{comment.acts && <div className="gw-comment__acts">{comment.acts}</div>}
			</article>
			{comment.replies && comment.replies.length > 0 && (
				<ol className="gw-comments gw-comments--replies">
					{comment.replies.map((reply) => (
						<Entry key={reply.id} comment={reply} to={comment.author} />
					))}
				</ol>
			)}
		</li>
	);
}

/** Comments with their replies, oldest first. Each has the jump target `#comment-<id>`. */
export function CommentThread({ comments }: { comments: readonly Comment[] }) {
	return (
		<ol className="gw-comments">
			{comments.map((comment) => (
				<Entry key={comment.id} comment={comment} />
			))}
		</ol>
	);
}
