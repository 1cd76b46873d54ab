import { Button, ButtonRow, LinkButton } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { codeLettersPath } from "../../letter-codes";
import { chooseElectorate, importSurveyCodes } from "../commands/letter-codes.server";
import { electorateForm, lettersForm } from "../forms";
import { messages } from "../messages";
import { managedSurvey } from "../queries/survey-pages.server";
import { electorates } from "../question";
import { staffMessages } from "../staff-messages";
import { StaffSurveyCrumbs } from "../ui/survey-crumbs";
import type { Route } from "./+types/letter-codes";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const survey = await managedSurvey(world, params);
	if (!survey.mayManage) throw new NotFound();
	return survey;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, staffPath } = await managedSurvey(world, params);
	const fields = await formFields(request);
	const page = `${staffPath}/wer-antwortet`;
	if (fields.get("act") === "electorate") {
		const form = readFields(request, fields, electorateForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await chooseElectorate(world, { id, electorate: form.value.electorate });
		return outcome.done ? onward(page) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, lettersForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await importSurveyCodes(world, { id, text: form.value.codes });
	return outcome.done ? onward(`${page}#codes`) : again(form.typed, outcome.refusals);
});

/** By what those who answer are known, and the codes of letters. */
export default function LetterCodes({ loaderData: survey, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed.codes;
	return (
		<>
			<title>{`${t("letters.title")} – ${survey.title}`}</title>
			<StaffSurveyCrumbs head={survey} here={t("letters.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("letters.title")}
				above={survey.title}
				lead={t(survey.isFrozen ? "staff.frozen" : "letters.lead")}
			/>
			{survey.isFrozen ? (
				<p>{t(`letters.${survey.electorate}`)}</p>
			) : (
				<Form id="wer" hidden={{ act: "electorate" }}>
					<RadioGroup
						name="electorate"
						label={t("letters.by")}
						value={survey.electorate}
						error={at("electorate")}
						choices={electorates.map((value) => ({
							value,
							label: t(`letters.${value}`),
							hint: t(`letters.${value}Hint`),
						}))}
					/>
					<Button>{t("letters.choose")}</Button>
				</Form>
			)}
			{survey.electorate === "letter" && (
				<Section id="codes" title={t("letters.codes")} intro={t("letters.known", { count: survey.letters })}>
					<p>{t("letters.printHint")}</p>
					<ButtonRow>
						<LinkButton
							look="secondary"
							href={codeLettersPath({
								place: survey.place.slug,
								process: survey.process.slug,
								kind: "survey",
								number: survey.number,
							})}
						>
							{t("letters.print")}
						</LinkButton>
					</ButtonRow>
					<Form id="liste">
						<TextArea
							name="codes"
							label={t("letters.list")}
							hint={t("letters.listHint")}
							value={typeof typed === "string" ? typed : undefined}
							error={at("codes")}
							rows={10}
						/>
						<Button look="secondary">{t("letters.take")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
