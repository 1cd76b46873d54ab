import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { storedDay } from "../../days.server";
import { messages as planMessages } from "../../plans/work-messages";
import { typedText } from "../../ui/typed";
import { amendReview, recordReview } from "../commands/review.server";
import { reviewForm } from "../forms";
import { messages } from "../messages";
import { reviewPage } from "../queries/reviews.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/review";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await reviewPage(world, params)),
	year: Number(new URL(request.url).searchParams.get("jahr")) || null,
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { place, review } = await reviewPage(world, params);
	const form = await readForm(request, reviewForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { heldOn, posts, survey, plan, ...words } = form.value;
	const written = {
		...words,
		ownerId: place.ownerId,
		heldOn: storedDay(heldOn),
		postIds: posts,
		surveyId: survey,
		planId: plan,
	};
	const outcome = review
		? await amendReview(world, { reviewId: review.id, ...written })
		: await recordReview(world, written);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/lotsen/bedarf#ueberpruefungen`);
});

/** The record of how the guides looked at their own work. */
export default function Review({ loaderData, actionData }: Route.ComponentProps) {
	const { place, posts, surveys, plans, review, year, kept } = loaderData;
	const t = useText(staffMessages);
	const m = useText(messages);
	const p = useText(planMessages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const title = review ? t("review.change") : t("review.title");
	const chosen = typed ? typed.posts : review?.postIds;
	const work = `/o/${place.slug}/verwaltung/lotsen`;
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: p("plans.title"), href: work },
					{ label: t("list.title"), href: `${work}/bedarf` },
					{ label: title },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={title} lead={t("review.noNames")} />
			<Form draftKey={`guide-review:${review?.id ?? place.slug}`}>
				<DateField
					name="heldOn"
					label={t("review.heldOn")}
					value={typedText(typed, "heldOn", review?.heldOn)}
					error={at("heldOn")}
				/>
				<CheckboxGroup
					name="posts"
					label={t("review.posts")}
					optional
					values={typeof chosen === "string" ? [chosen] : chosen}
					choices={posts.map(({ id, label }) => ({ value: id, label }))}
					error={at("posts")}
				/>
				<TextField
					name="others"
					label={t("review.others")}
					hint={t("review.othersHint")}
					optional
					value={typedText(typed, "others", review?.others ?? "")}
					error={at("others")}
				/>
				<Select
					name="survey"
					label={t("review.survey")}
					optional
					empty={t("review.noSurvey")}
					value={typedText(
						typed,
						"survey",
						review ? (review.surveyId ?? "") : (surveys.find((one) => one.year === year)?.id ?? ""),
					)}
					options={surveys.map((one) => ({ value: one.id, label: m("title", { year: String(one.year) }) }))}
					error={at("survey")}
				/>
				<TextArea
					name="found"
					label={t("review.found")}
					rows={5}
					value={typedText(typed, "found", review?.found)}
					error={at("found")}
				/>
				<TextArea
					name="changes"
					label={t("review.changes")}
					rows={5}
					value={typedText(typed, "changes", review?.changes)}
					error={at("changes")}
				/>
				<Select
					name="plan"
					label={t("review.plan")}
					optional
					empty={t("review.noPlan")}
					value={typedText(typed, "plan", review?.planId ?? "")}
					options={plans.map(({ id, name, from }) => ({
						value: id,
						label: t("review.planFrom", { name, date: dateLong(from) }),
					}))}
					error={at("plan")}
				/>
				<TextField
					name="decisionUrl"
					type="url"
					label={t("review.decisionUrl")}
					hint={t("review.decisionHint")}
					optional
					value={typedText(typed, "decisionUrl", review?.decisionUrl ?? "")}
					error={at("decisionUrl")}
				/>
				<Button>{t("review.submit")}</Button>
			</Form>
		</>
	);
}
