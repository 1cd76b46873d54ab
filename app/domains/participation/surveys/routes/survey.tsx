import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { houseAddress } from "~/platform/address.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { beginAnswer } from "../commands/answer-survey.server";
import { messages } from "../messages";
import { surveyPage } from "../queries/survey-pages.server";
import { SurveyCrumbs } from "../ui/survey-crumbs";
import { useWhen } from "../ui/when";
import type { Route } from "./+types/survey";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const survey = await surveyPage(world, params);
	return { survey, short: houseAddress(`/u/${survey.code}`) };
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await surveyPage(world, params);
	const outcome = await beginAnswer(world, { surveyId: id });
	return outcome.done ? onward(`/umfrage/${outcome.value.token}`) : again({}, outcome.refusals);
});

export default function SurveyFront({ loaderData: { survey, short }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { errors } = useProblems(messages, actionData?.refusals);
	const when = useWhen(survey.answering);
	const mayAnswer = survey.isPerson || survey.guestsWelcome || survey.byLetter;
	return (
		<>
			<title>{`${survey.title} – ${survey.place.name}`}</title>
			<SurveyCrumbs head={survey} />
			<ErrorSummary errors={errors} />
			<PageTitle title={survey.title} above={survey.process.title} lead={when ?? undefined} />
			{survey.intro.split(/\n{2,}/).map((paragraph) => paragraph && <p key={paragraph}>{paragraph}</p>)}
			{survey.answering.open && (
				<>
					<p>{t("survey.length", { questions: survey.questions, pages: survey.pages })}</p>
					{survey.byLetter ? (
						<p>{t("survey.letter")}</p>
					) : (
						!survey.isPerson && <p>{t(survey.guestsWelcome ? "survey.guests" : "survey.account")}</p>
					)}
					{mayAnswer ? (
						<Form>
							<Button>{t("survey.begin")}</Button>
						</Form>
					) : (
						<LinkButton href={`/anmelden?weiter=${encodeURIComponent(survey.path)}`}>{t("survey.signIn")}</LinkButton>
					)}
				</>
			)}
			<ButtonRow>
				{survey.may.readResults && (
					<LinkButton look="secondary" href={`${survey.path}/ergebnis`}>
						{t("part.results")}
					</LinkButton>
				)}
				<LinkButton look="secondary" href={`${survey.path}/bogen`}>
					{t("survey.paper")}
				</LinkButton>
				{survey.may.manage && (
					<LinkButton look="secondary" href={survey.staffPath}>
						{t("part.manage")}
					</LinkButton>
				)}
			</ButtonRow>
			{survey.mends.length > 0 && (
				<Alert tone="info" title={t("survey.mends")}>
					<ul>
						{survey.mends.map(({ note, at }) => (
							<li key={at.getTime()}>
								{dateLong(at)}: {note}
							</li>
						))}
					</ul>
				</Alert>
			)}
			<p>{t("survey.short", { url: short })}</p>
		</>
	);
}
