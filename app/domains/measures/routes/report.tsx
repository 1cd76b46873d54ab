import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { report } from "../commands/report.server";
import { reportForm } from "../forms";
import { messages } from "../messages";
import { managedMeasure } from "../queries/find-measure.server";
import { staffMessages } from "../staff-messages";
import { textIn } from "../ui/measure-fields";
import { MeasureTabs } from "../ui/measure-tabs";
import type { Route } from "./+types/report";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { code, title, stage } = await managedMeasure(world, params);
	return { code, title, isOver: stage === "ENDED", kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await managedMeasure(world, params);
	const form = await readForm(request, reportForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await report(world, { id, ...form.value });
	return outcome.done ? onward(`/massnahmen/${outcome.value.code}#sachstand`) : again(form.typed, outcome.refusals);
});

export default function ReportPage({ loaderData: { code, title, isOver, kept }, ...props }: Route.ComponentProps) {
	const { actionData, params } = props;
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? {};
	const field = (name: string) => ({ name, value: textIn(typed, name), error: problems.at(name) });
	return (
		<>
			<title>{`${t("report.title")} – ${title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("list.title"), href: `/o/${params.place}/verwaltung/massnahmen` },
					{ label: title, href: `/o/${params.place}/verwaltung/massnahmen/${code}` },
					{ label: t("report.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("report.title")} above={title} lead={t("report.lead")} />
			<MeasureTabs place={params.place} code={code} here="report" isOver={isOver} />
			<Form draftKey={`measure-report:${code}`}>
				<TextArea {...field("progress")} label={t("report.progress")} />
				<TextArea {...field("openProblems")} label={t("report.problems")} hint={t("report.problemsHint")} />
				<TextArea {...field("nextSteps")} label={t("report.next")} rows={3} optional />
				<Button>{t("report.send")}</Button>
			</Form>
		</>
	);
}
