import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { decideReview } from "../commands/review.server";
import { moderationRules } from "../contribution";
import { decisionForm } from "../forms";
import { messages } from "../messages";
import { askedReview } from "../queries/moderation-queue.server";
import { Pictures } from "../ui/pictures";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/decide-review";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => ({
	review: await askedReview(world, { place: params.place, id: givenId(params.moderation) }),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	await askedReview(world, { place: params.place, id: givenId(params.moderation) });
	const form = await readForm(request, decisionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await decideReview(world, { id: givenId(params.moderation), ...form.value });
	return outcome.done ? onward(`/o/${params.place}/verwaltung/moderation`) : again(form.typed, outcome.refusals);
});

export default function DecideReview({ loaderData: { review }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { contribution } = review;
	const rule = moderationRules.find((known) => known === review.rule) ?? "off-topic";
	return (
		<>
			<title>{`${t("moderation.reviewTitle")} – ${contribution.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: contribution.place.name, href: `/o/${contribution.place.slug}` },
					{ label: t("moderation.title"), href: `/o/${contribution.place.slug}/verwaltung/moderation` },
					{ label: t("moderation.reviewTitle") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("moderation.reviewTitle")} above={contribution.processTitle} />
			<Section id="beitrag" title={contribution.title}>
				<RichTextView html={contribution.html} />
				<Pictures pictures={contribution.pictures} />
			</Section>
			<Alert title={t("moderation.hiddenFor", { date: dateLong(review.hiddenAt), rule: t(`rules.${rule}`) })}>
				<p>{review.reason}</p>
			</Alert>
			<Section id="wunsch" title={t("moderation.reviewText")}>
				<blockquote>{review.reviewText}</blockquote>
			</Section>
			{review.ownDecision || review.decided ? (
				<Alert tone="warning" title={t(review.decided ? "refusals.already-decided" : "moderation.ownDecision")} />
			) : (
				<Form>
					<RadioGroup
						name="outcome"
						label={t("moderation.outcome")}
						value={textOf(actionData?.typed.outcome)}
						error={at("outcome")}
						choices={[
							{ value: "reversed", label: t("moderation.reversed") },
							{ value: "upheld", label: t("moderation.upheld") },
						]}
					/>
					<TextArea
						name="reason"
						label={t("moderation.outcomeReason")}
						value={textOf(actionData?.typed.reason)}
						error={at("reason")}
					/>
					<Button>{t("moderation.decideNow")}</Button>
				</Form>
			)}
		</>
	);
}
