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
import { textOf } from "../../processes/ui/process-fields";
import { WorkCrumbs } from "../../processes/ui/work-crumbs";
import { grades, principles, remarkMost } from "../assessment";
import { assess } from "../commands/assess.server";
import { assessmentForm } from "../forms";
import { messages } from "../messages";
import { processToEvaluate } from "../queries/evaluation-page.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/assessment";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { id, slug, title, place, assessments } = await processToEvaluate(world, params);
	return { id, slug, title, place, assessments };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await processToEvaluate(world, params);
	const form = await readForm(request, assessmentForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const assessments = principles.map((principle) => ({
		principle,
		grade: grades.find((grade) => grade === form.value[`grade-${principle}`]) ?? null,
		remark: form.value[`remark-${principle}`] ?? "",
	}));
	const outcome = await assess(world, { processId: id, assessments });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/beteiligung/${params.process}/auswertung`);
});

/** The self-evaluation by the ten principles. */
export default function Assessment({ loaderData: process, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const m = useText(messages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const stored: Typed = Object.fromEntries(
		process.assessments.flatMap(({ principle, grade, remark }) => [
			[`grade-${principle}`, grade ?? ""],
			[`remark-${principle}`, remark],
		]),
	);
	const typed = actionData?.typed ?? stored;
	return (
		<>
			<title>{`${t("assessment.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("assessment.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("assessment.title")} above={process.title} lead={t("assessment.lead")} />
			<Form draftKey={`assessment:${process.id}`}>
				{principles.map((principle, index) => (
					<Section key={principle} id={principle} title={`${index + 1}. ${m(`principles.${principle}`)}`}>
						<RadioGroup
							name={`grade-${principle}`}
							label={t("assessment.grade")}
							value={textOf(typed[`grade-${principle}`])}
							error={at(`grade-${principle}`)}
							horizontal
							choices={[
								{ value: "", label: t("assessment.open") },
								...grades.map((grade) => ({ value: grade, label: m(`grades.${grade}`) })),
							]}
						/>
						<TextArea
							name={`remark-${principle}`}
							label={t("assessment.remark")}
							value={textOf(typed[`remark-${principle}`])}
							error={at(`remark-${principle}`)}
							rows={2}
							maxLength={remarkMost}
							optional
						/>
					</Section>
				))}
				<Button>{t("assessment.save")}</Button>
			</Form>
		</>
	);
}
