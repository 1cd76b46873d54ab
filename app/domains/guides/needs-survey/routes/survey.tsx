import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { Paragraphs } from "../../ui/paragraphs";
import { placeQuestion } from "../commands/draft-survey.server";
import { openSurvey, remindOfSurvey } from "../commands/open-survey.server";
import { surveyActForm } from "../forms";
import { messages } from "../messages";
import { surveyPage } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";
import { SurveyAnswers } from "../ui/survey-answers";
import { SurveyCrumbs, surveyPath } from "../ui/survey-crumbs";
import { SurveyQuestions } from "../ui/survey-questions";
import type { Route } from "./+types/survey";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	return { ...(await surveyPage(world, params)), saved: query.has("gespeichert"), opened: query.has("eroeffnet") };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { place, survey } = await surveyPage(world, params);
	const form = await readForm(request, surveyActForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const at = { ownerId: place.ownerId, year: survey.year };
	const { act, question: questionId } = form.value;
	const outcome =
		act === "open"
			? await openSurvey(world, at)
			: act === "remind"
				? await remindOfSurvey(world, at)
				: await placeQuestion(world, { ...at, act, questionId });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const said = act === "open" ? "?eroeffnet" : act === "remind" ? "#gefragt" : "#fragen";
	return onward(`${surveyPath(place.slug, survey.year)}${said}`);
});

const tone = { draft: "neutral", open: "success", over: "neutral" } as const;

/** One year's survey for those who ask: a draft with its questions, then who has answered and what. */
export default function Survey({ loaderData, actionData }: Route.ComponentProps) {
	const { place, survey, questions, asked, mayOpen, saved, opened } = loaderData;
	const t = useText(staffMessages);
	const m = useText(messages);
	const { errors } = useProblems(staffMessages, actionData?.refusals);
	const here = surveyPath(place.slug, survey.year);
	const title = m("title", { year: String(survey.year) });
	const mailed = asked.filter(({ mailedAt }) => mailedAt).length;
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<SurveyCrumbs place={place} year={survey.year} />
			<ErrorSummary errors={errors} />
			{saved && <Alert tone="success" title={t("survey.saved")} live />}
			{opened && (
				<Alert tone="success" title={t("survey.opened")} live>
					<p>{t("survey.openedText", { asked: asked.length, mailed })}</p>
				</Alert>
			)}
			<PageTitle title={title} state={<Badge tone={tone[survey.state]}>{t(`list.states.${survey.state}`)}</Badge>} />
			<Section id="text" title={t("survey.words")}>
				<Paragraphs text={survey.intro} />
				<SummaryList rows={[{ term: t("survey.closesOn"), value: <LocalDate value={survey.closesOn} /> }]} />
				{(survey.state === "draft" || (survey.state === "open" && mayOpen)) && (
					<LinkButton look="secondary" href={`${here}/text`}>
						{survey.state === "draft" ? t("survey.change") : t("survey.extend")}
					</LinkButton>
				)}
			</Section>
			{survey.state === "draft" ? (
				<>
					<SurveyQuestions here={here} questions={questions} />
					<Section id="eroeffnen" title={t("survey.open")} intro={t("survey.openText")}>
						{mayOpen ? (
							<Form hidden={{ act: "open" }} inline>
								<Button>{t("survey.open")}</Button>
							</Form>
						) : (
							<p>{t("survey.openLead")}</p>
						)}
					</Section>
				</>
			) : (
				<SurveyAnswers here={here} survey={survey} asked={asked} questions={questions} mayRemind={mayOpen} />
			)}
			<ButtonRow>
				{survey.state !== "draft" && (
					<LinkButton
						look="secondary"
						href={`/o/${place.slug}/verwaltung/lotsen/bedarf/ueberpruefung/neu?jahr=${survey.year}`}
					>
						{t("list.record")}
					</LinkButton>
				)}
			</ButtonRow>
		</>
	);
}
