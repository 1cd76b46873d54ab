import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { World } from "~/platform/world.server";
import { WorkCrumbs } from "../../processes/ui/work-crumbs";
import { readRichTexts } from "../../rich-text-field.server";
import { reportMost } from "../assessment";
import { writeReport } from "../commands/write-report.server";
import { reportForm } from "../forms";
import { processToEvaluate } from "../queries/evaluation-page.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/report";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { report, ...process } = await processToEvaluate(world, params);
	const kept = await keptForm(world, request);
	const stored = report ? markdownFromRichText(report.text) : "";
	return { process, text: String(kept?.text ?? stored), publish: kept ? kept.publish === "on" : report?.isPublished };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await processToEvaluate(world, params);
	const form = await readForm(request, reportForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const read = readRichTexts(form.value, { text: { required: true, characters: reportMost } });
	if (!read.done) return again(form.typed, read.refusals);
	await writeReport(world, { processId: id, text: read.value.text, publish: form.value.publish === "on" });
	return onward(`/o/${params.place}/beteiligung/${params.process}/auswertung`);
});

/** The final report of a process, in the words of those who ran it. */
export default function Report({ loaderData: { process, text, publish }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<>
			<title>{`${t("report.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("report.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("report.title")} above={process.title} lead={t("report.lead")} />
			<Form draftKey={`report:${process.id}`}>
				<TextArea
					name="text"
					label={t("report.text")}
					value={typeof typed?.text === "string" ? typed.text : text}
					error={at("text")}
					rows={18}
					richText
				/>
				<Checkbox
					name="publish"
					label={t("report.publish")}
					hint={t("report.publishHint")}
					checked={typed ? typed.publish === "on" : publish === true}
					optional
				/>
				<Button>{t("report.save")}</Button>
			</Form>
		</>
	);
}
