import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { decideCommentReview } from "../commands/moderate-comment.server";
import { moderationRules } from "../contribution";
import { decisionForm } from "../forms";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { askedCommentReview } from "../queries/moderated-comment.server";
import { paragraphsOf } from "../ui/discussion";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/decide-comment-review";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => ({
	review: await askedCommentReview(world, { place: params.place, id: givenId(params.moderation) }),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const id = givenId(params.moderation);
	await askedCommentReview(world, { place: params.place, id });
	const form = await readForm(request, decisionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await decideCommentReview(world, { id, ...form.value });
	return outcome.done ? onward(`/o/${params.place}/verwaltung/moderation`) : again(form.typed, outcome.refusals);
});

export default function DecideCommentReview({ loaderData: { review }, actionData }: Route.ComponentProps) {
	const t = useText(moderationMessages);
	const words = useText(messages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(moderationMessages, actionData?.refusals);
	const { comment } = review;
	const rule = moderationRules.find((known) => known === review.rule) ?? "off-topic";
	return (
		<>
			<title>{`${t("reviewComment.title")} – ${comment.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: comment.place.name, href: `/o/${comment.place.slug}` },
					{ label: words("moderation.title"), href: `/o/${comment.place.slug}/verwaltung/moderation` },
					{ label: t("reviewComment.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("reviewComment.title")} above={comment.contribution.title} />
			<blockquote>{paragraphsOf(comment.text)}</blockquote>
			<Alert title={words("moderation.hiddenFor", { date: dateLong(review.hiddenAt), rule: words(`rules.${rule}`) })}>
				<p>{review.reason}</p>
			</Alert>
			<Section id="wunsch" title={words("moderation.reviewText")}>
				<blockquote>{review.reviewText}</blockquote>
			</Section>
			{review.ownDecision || review.decided ? (
				<Alert
					tone="warning"
					title={t(review.decided ? "refusals.already-decided" : "refusals.second-person-needed")}
				/>
			) : (
				<Form>
					<RadioGroup
						name="outcome"
						label={words("moderation.outcome")}
						value={textOf(actionData?.typed.outcome)}
						error={at("outcome")}
						choices={[
							{ value: "reversed", label: words("moderation.reversed") },
							{ value: "upheld", label: words("moderation.upheld") },
						]}
					/>
					<TextArea
						name="reason"
						label={words("moderation.outcomeReason")}
						value={textOf(actionData?.typed.reason)}
						error={at("reason")}
					/>
					<Button>{words("moderation.decideNow")}</Button>
				</Form>
			)}
		</>
	);
}
