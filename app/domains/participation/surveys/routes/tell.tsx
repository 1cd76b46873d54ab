import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { tellResult } from "../commands/publish-results.server";
import { noteForm } from "../forms";
import { messages } from "../messages";
import { managedSurvey } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";
import { StaffSurveyCrumbs } from "../ui/survey-crumbs";
import { useWhen } from "../ui/when";
import type { Route } from "./+types/tell";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const survey = await managedSurvey(world, params);
	if (!survey.mayManage) throw new NotFound();
	return survey;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, path } = await managedSurvey(world, params);
	const form = await readForm(request, noteForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await tellResult(world, { id, note: form.value.note });
	return outcome.done ? onward(`${path}/ergebnis`) : again(form.typed, outcome.refusals);
});

export default function Tell({ loaderData: survey, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const when = useWhen(survey.answering);
	const typed = actionData?.typed.note;
	return (
		<>
			<title>{`${t("tell.title")} – ${survey.title}`}</title>
			<StaffSurveyCrumbs head={survey} here={t("tell.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("tell.title")} above={survey.title} lead={t("tell.lead")} />
			{survey.answering.open && !survey.toldAt && <Alert title={t("tell.wait")}>{when && <p>{when}</p>}</Alert>}
			{survey.toldAt ? (
				<Alert tone="success" title={t("tell.told")}>
					<p>
						<a href={`${survey.path}/ergebnis`}>{t("staff.results")}</a>
					</p>
				</Alert>
			) : survey.answering.open ? null : (
				<Form>
					<TextArea
						name="note"
						label={t("tell.note")}
						value={typeof typed === "string" ? typed : undefined}
						error={at("note")}
					/>
					<Button>{t("tell.submit")}</Button>
				</Form>
			)}
		</>
	);
}
