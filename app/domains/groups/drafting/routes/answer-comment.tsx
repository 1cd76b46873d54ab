import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow } from "~/design/button";
import { CommentThread } from "~/design/comment-thread";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { addComment, resolveComment } from "../commands/comments.server";
import { documentLimits } from "../document";
import { answerForm } from "../forms";
import { messages } from "../messages";
import { commentPage } from "../queries/document-pages.server";
import { shownComment } from "../ui/comment-list";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import { workMessages } from "../work-messages";
import type { Route } from "./+types/answer-comment";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await commentPage(world, { ...params, comment: givenId(params.comment) }),
	isSent: new URL(request.url).searchParams.has("gesendet"),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const commentId = givenId(params.comment);
	const { id: documentId } = await commentPage(world, { ...params, comment: commentId });
	const form = await readForm(request, answerForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act, body } = form.value;
	if (act === "answer" && body.length < 3) return again(form.typed, [{ code: "body-missing", field: "body" }]);
	const outcome =
		act === "answer"
			? await addComment(world, { documentId, parentId: commentId, quote: "", before: "", after: "", body })
			: await resolveComment(world, { documentId, commentId, resolved: act === "resolve" });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const { place, group, document } = params;
	return onward(`/o/${place}/arbeitskreise/${group}/texte/${document}/anmerkungen/${commentId}?gesendet`);
});

/** A comment with its answers. */
export default function AnswerComment({ loaderData: { page, isSent, kept }, actionData }: Route.ComponentProps) {
	const t = useText(workMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { comment } = page;
	const title = t("comments.one", { name: comment.author });
	return (
		<>
			<title>{`${title} – ${page.title}`}</title>
			<DocumentCrumbs head={page} last={title} />
			<ErrorSummary errors={errors} />
			{isSent && !actionData && <Alert tone="success" title={t("comments.sent")} live />}
			<PageTitle
				title={title}
				above={page.title}
				state={comment.isResolved ? <Badge tone="success">{t("comments.resolved")}</Badge> : undefined}
			/>
			<CommentThread comments={[shownComment(t, comment)]} />
			{page.may.remark && (
				<>
					<Form hidden={{ act: "answer" }}>
						<TextArea
							name="body"
							label={t("comments.answer")}
							value={typedText(actionData?.typed ?? kept, "body")}
							error={at("body")}
							rows={4}
							maxLength={documentLimits.comment}
						/>
						<Button>{t("comments.send")}</Button>
					</Form>
					<ButtonRow>
						<Form inline hidden={{ act: comment.isResolved ? "reopen" : "resolve" }}>
							<Button look="secondary">{t(comment.isResolved ? "comments.reopen" : "comments.resolve")}</Button>
						</Form>
					</ButtonRow>
				</>
			)}
			<p>
				<a href={`${textsPath(page)}/${page.code}`}>{t("write.back")}</a>
			</p>
		</>
	);
}
