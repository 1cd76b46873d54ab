import { type Comment, CommentThread } from "~/design/comment-thread";
import { Disclosure } from "~/design/disclosure";
import { LocalDate } from "~/design/time";
import { useText } from "~/platform/i18n";
import type { ShownComment } from "../queries/remarks.server";
import { workMessages } from "../work-messages";

type Words = ReturnType<typeof useText<typeof workMessages>>;

/** A comment with its answers as the thread shows it. */
export function shownComment(t: Words, comment: ShownComment, path?: string): Comment {
	const { passage } = comment;
	return {
		id: comment.id,
		author: comment.author,
		date: <LocalDate value={comment.createdAt} />,
		body: (
			<>
				<p>{passage.quote === "" ? t("comments.whole") : t("comments.about", { quote: passage.quote })}</p>
				{passage.gone && <p>{t("comments.gone")}</p>}
				{passage.now !== null && <p>{t("comments.now", { words: passage.now })}</p>}
				<Lines text={comment.body} />
			</>
		),
		acts: path ? <a href={`${path}/anmerkungen/${comment.id}`}>{t("comments.open")}</a> : undefined,
		replies: comment.answers.map((answer) => ({
			id: answer.id,
			author: answer.author,
			date: <LocalDate value={answer.createdAt} />,
			body: <Lines text={answer.body} />,
		})),
	};
}

/** All comments of a text: open ones first, settled ones on demand. */
export function CommentList({ comments, path }: { comments: readonly ShownComment[]; path: string }) {
	const t = useText(workMessages);
	const open = comments.filter(({ isResolved }) => !isResolved);
	const resolved = comments.filter(({ isResolved }) => isResolved);
	return (
		<>
			{open.length === 0 ? (
				<p>{t(resolved.length === 0 ? "comments.none" : "comments.noneOpen")}</p>
			) : (
				<CommentThread comments={open.map((comment) => shownComment(t, comment, path))} />
			)}
			{resolved.length > 0 && (
				<Disclosure summary={t("comments.showResolved", { count: resolved.length })}>
					<CommentThread comments={resolved.map((comment) => shownComment(t, comment, path))} />
				</Disclosure>
			)}
		</>
	);
}

/** Plain text with its line breaks. */
function Lines({ text }: { text: string }) {
	return (
		<>
			{text.split("\n").map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server and never reordered
				<p key={index}>{line}</p>
			))}
		</>
	);
}
