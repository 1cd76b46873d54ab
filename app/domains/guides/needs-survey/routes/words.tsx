import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { storedDay } from "../../days.server";
import { Paragraphs } from "../../ui/paragraphs";
import { typedText } from "../../ui/typed";
import { changeSurvey } from "../commands/draft-survey.server";
import { surveyForm } from "../forms";
import { surveyPage } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";
import { SurveyCrumbs, surveyPath } from "../ui/survey-crumbs";
import type { Route } from "./+types/words";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, survey } = await surveyPage(world, params);
	return { place, survey, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { place, survey } = await surveyPage(world, params);
	const form = await readForm(request, surveyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { intro, closesOn } = form.value;
	const at = { ownerId: place.ownerId, year: survey.year };
	const outcome = await changeSurvey(world, { ...at, intro, closesOn: storedDay(closesOn) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${surveyPath(place.slug, survey.year)}?gespeichert`);
});

/** The words of a survey and its last day; once it is open, its last day only. */
export default function Words({ loaderData: { place, survey, kept }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const isDraft = survey.state === "draft";
	const title = isDraft ? t("survey.words") : t("survey.extend");
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<SurveyCrumbs place={place} year={survey.year} page={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} />
			{!isDraft && <Paragraphs text={survey.intro} />}
			<Form hidden={isDraft ? {} : { intro: survey.intro }}>
				{isDraft && (
					<TextArea
						name="intro"
						label={t("survey.intro")}
						rows={6}
						value={typedText(typed, "intro", survey.intro)}
						error={at("intro")}
					/>
				)}
				<DateField
					name="closesOn"
					label={t("survey.closesOn")}
					value={typedText(typed, "closesOn", survey.closesOn)}
					error={at("closesOn")}
				/>
				<Button>{t("survey.save")}</Button>
			</Form>
		</>
	);
}
