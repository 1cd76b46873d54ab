import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Stat, StatRow } from "~/design/stat";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { frameTextRules } from "../../processes/forms";
import { AnswerFields, DayFields, FrameTexts, textOf } from "../../processes/ui/process-fields";
import { PlaceCrumbs } from "../../processes/ui/work-crumbs";
import { readRichTexts } from "../../rich-text-field.server";
import { takeOver } from "../commands/take-over.server";
import { takeOverForm } from "../forms";
import { messages } from "../messages";
import { importPlace, previewPage } from "../queries/import-pages.server";
import type { Route } from "./+types/take-over";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await previewPage(world, params),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId } = await importPlace(world, params.place);
	const form = await readForm(request, takeOverForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const texts = readRichTexts(form.value, frameTextRules);
	if (!texts.done) return again(form.typed, texts.refusals);
	const { way, source, licence, leaveOut, title, decidedBy, answeredUntil, firstDay, lastDay } = form.value;
	const { responsiblePostId, deputyPostId } = form.value;
	const outcome = await takeOver(world, {
		...texts.value,
		organisationId,
		fileId: params.file,
		way,
		source,
		licence,
		leaveOut: leaveOut === "on",
		title,
		decidedBy,
		answeredUntil,
		firstDay,
		lastDay,
		responsiblePostId,
		deputyPostId,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const { slug } = outcome.value;
	return onward(
		way === "archived"
			? `/o/${params.place}/beteiligung/${slug}`
			: `/o/${params.place}/verwaltung/beteiligung/${slug}/veroeffentlichen`,
	);
});

/** What is in the file, what is wrong with it, and into which process it goes. */
export default function TakeOver({ loaderData: { page, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? page.presets;
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	const { counts, problems, examples } = page;
	return (
		<>
			<title>{`${t("preview.title")} – ${page.place.name}`}</title>
			<PlaceCrumbs place={page.place} here={t("preview.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("preview.title")} above={page.file.name} lead={t("preview.lead")} />
			<StatRow>
				<Stat label={t("preview.contributions")} value={counts.contributions} />
				<Stat label={t("preview.comments")} value={counts.comments} />
				<Stat label={t("preview.known")} value={counts.known} />
				<Stat label={t("preview.hidden")} value={counts.hidden} />
				<Stat label={t("preview.wrong")} value={counts.problems} />
			</StatRow>
			{counts.problems > 0 && (
				<Section id="fehler" title={t("preview.problems")} intro={t("preview.problemsLead")}>
					<DataTable
						caption={t("preview.problems")}
						captionHidden
						columns={[
							{
								key: "row",
								header: t("preview.row"),
								cell: (problem: (typeof problems)[number]) =>
									`${t(`kinds.${problem.kind as "debate"}`)} ${problem.row}`,
								rowHeader: true,
							},
							{
								key: "id",
								header: t("preview.id"),
								cell: (problem: (typeof problems)[number]) => problem.originalId || "–",
							},
							{
								key: "code",
								header: t("preview.problem"),
								cell: (problem: (typeof problems)[number]) => t(`problems.${problem.code}`),
							},
						]}
						rows={problems}
						rowKey={({ kind, row }) => `${kind}-${row}`}
					/>
					{counts.problems > problems.length && (
						<p>{t("preview.more", { count: counts.problems - problems.length })}</p>
					)}
				</Section>
			)}
			{examples.length > 0 && (
				<Section id="beispiele" title={t("preview.examples")}>
					<DataTable
						caption={t("preview.examples")}
						captionHidden
						columns={[
							{ key: "id", header: t("preview.id"), cell: (one: (typeof examples)[number]) => one.originalId },
							{
								key: "title",
								header: t("preview.heading"),
								cell: (one: (typeof examples)[number]) => one.title,
								rowHeader: true,
							},
							{
								key: "author",
								header: t("preview.author"),
								cell: (one: (typeof examples)[number]) => one.author ?? "–",
							},
							{
								key: "at",
								header: t("preview.at"),
								cell: (one: (typeof examples)[number]) => one.writtenAt && <LocalDate value={one.writtenAt} />,
							},
							{
								key: "category",
								header: t("preview.category"),
								cell: (one: (typeof examples)[number]) => one.category ?? "–",
							},
						]}
						rows={examples}
						rowKey={({ row, originalId }) => `${row}-${originalId}`}
					/>
				</Section>
			)}
			{counts.known > 0 && (
				<Alert title={t("preview.knownTitle")}>
					<p>{t("preview.knownText")}</p>
				</Alert>
			)}
			<Section id="verfahren" title={t("preview.process")} intro={t("preview.processLead")}>
				<Form draftKey={`import:${page.file.id}`}>
					<RadioGroup
						{...field("way")}
						label={t("preview.way")}
						choices={[
							{ value: "archived", label: t("preview.archived"), hint: t("preview.archivedHint") },
							{ value: "running", label: t("preview.running"), hint: t("preview.runningHint") },
						]}
					/>
					<TextField {...field("source")} label={t("preview.source")} hint={t("preview.sourceHint")} maxLength={200} />
					<TextField
						{...field("licence")}
						label={t("preview.licence")}
						hint={t("preview.licenceHint")}
						maxLength={300}
					/>
					<FrameTexts typed={typed} at={at} />
					<DayFields typed={typed} at={at} />
					<AnswerFields typed={typed} at={at} posts={page.posts} />
					{counts.problems > 0 && (
						<Checkbox
							name="leaveOut"
							label={t("preview.leaveOut", { count: counts.problems })}
							checked={typed.leaveOut === "on"}
							error={at("leaveOut")}
							optional
						/>
					)}
					<Button>{t("preview.take")}</Button>
				</Form>
			</Section>
		</>
	);
}
