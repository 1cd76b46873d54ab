import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { askForCommentReview } from "../commands/own-comment.server";
import { commentMessages } from "../comment-messages";
import { reviewForm } from "../forms";
import { type KeyParams, ownCommentPathOf, ownKeyOf } from "../own-key";
import { ownCommentPage } from "../queries/comment-page.server";
import { paragraphsOf } from "../ui/discussion";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/ask-comment-review";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	if (!keyParams.token && world.actor.kind !== "person") throw new SignInNeeded();
	return { comment: await ownCommentPage(world, ownKeyOf(keyParams)), path: ownCommentPathOf(keyParams) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	const form = await readForm(request, reviewForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await askForCommentReview(world, { key: ownKeyOf(keyParams), text: form.value.text });
	return outcome.done ? onward(ownCommentPathOf(keyParams)) : again(form.typed, outcome.refusals);
});

export default function AskCommentReview({ loaderData: { comment, path }, actionData }: Route.ComponentProps) {
	const t = useText(commentMessages);
	const { errors, at } = useProblems(commentMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("own.review")} – ${comment.contribution.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("own.review")} above={comment.contribution.title} lead={t("own.reviewHint")} />
			<blockquote>{paragraphsOf(comment.text)}</blockquote>
			<Form>
				<TextArea name="text" label={t("own.reviewText")} value={textOf(actionData?.typed.text)} error={at("text")} />
				<Button>{t("own.review")}</Button>
			</Form>
			<p>
				<a href={path}>{t("own.title")}</a>
			</p>
		</>
	);
}
