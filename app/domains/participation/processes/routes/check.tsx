import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { checkPoints, checkStates } from "../check";
import { answerCheck } from "../commands/answer-check.server";
import { checkForm } from "../forms";
import { checkPage } from "../queries/process-work.server";
import { setupMessages } from "../setup-messages";
import { textOf } from "../ui/process-fields";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/check";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	checkPage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await checkPage(world, params);
	const form = await readForm(request, checkForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const answers = checkPoints.map((point) => ({
		point,
		state: checkStates.find((state) => state === form.value[`state-${point}`]) ?? null,
		proof: form.value[`proof-${point}`] ?? "",
	}));
	const outcome = await answerCheck(world, { id, answers });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}`);
});

export default function Check({ loaderData: process, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors, at } = useProblems(setupMessages, actionData?.refusals);
	const stored: Typed = Object.fromEntries(
		process.points.flatMap(({ point, state, proof }) => [
			[`state-${point}`, state],
			[`proof-${point}`, proof],
		]),
	);
	const typed = actionData?.typed ?? stored;
	return (
		<>
			<title>{`${t("check.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("check.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("check.title")} above={process.title} lead={t("check.lead")} />
			<Alert
				title={process.demanded ? t("check.demanded", { version: String(process.version ?? "") }) : t("check.free")}
			/>
			<Form draftKey={`check:${process.id}`}>
				{checkPoints.map((point, index) => (
					<Section key={point} id={point} title={`${index + 1}. ${t(`check.points.${point}`)}`}>
						<RadioGroup
							name={`state-${point}`}
							label={t("check.state")}
							value={textOf(typed[`state-${point}`])}
							error={at(`state-${point}`)}
							horizontal
							choices={[
								{ value: "", label: t("check.open") },
								...checkStates.map((state) => ({ value: state, label: t(`check.${state}`) })),
							]}
						/>
						<TextArea
							name={`proof-${point}`}
							label={t("check.proof")}
							value={textOf(typed[`proof-${point}`])}
							error={at(`proof-${point}`)}
							rows={2}
							maxLength={1000}
							optional
						/>
					</Section>
				))}
				<Button>{t("check.save")}</Button>
			</Form>
		</>
	);
}
