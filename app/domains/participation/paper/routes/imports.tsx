import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { importPath, importsPath } from "../addresses";
import { keepImport } from "../commands/import.server";
import { processForLetters } from "../queries/enter-page.server";
import { importsPage } from "../queries/import-pages.server";
import { staffMessages } from "../staff-messages";
import { PaperCrumbs } from "../ui/paper-crumbs";
import { uploadedTable } from "../uploaded-table.server";
import type { Route } from "./+types/imports";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => ({
	page: await importsPage(world, params),
	at: { place: params.place, process: params.process },
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// whoever may not see the page shall not fill the disk either
	const process = await processForLetters(world, params);
	const upload = await uploadedTable(request);
	if (!upload.done) return again({}, upload.refusals);
	const outcome = await keepImport(world, { processId: process.id, ...upload.value });
	if (!outcome.done) return again({}, outcome.refusals);
	const { id, known } = outcome.value;
	return onward(`${importPath(params, id)}${known ? "?bekannt" : ""}`);
});

export default function Imports({ loaderData: { page, at: here }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { number } = useFormat();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("imports.title")} – ${page.title}`}</title>
			<PaperCrumbs head={page} here={t("imports.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("imports.title")} above={page.title} lead={t("imports.lead")}>
				<ButtonRow>
					<LinkButton look="secondary" href={`${importsPath(here)}/muster`} download>
						{t("imports.template")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{page.takes ? (
				<Form files>
					<FileField
						name="table"
						label={t("imports.file")}
						hint={t("imports.fileHint")}
						accept=".xlsx,.csv"
						error={at("table")}
					/>
					<Button>{t("imports.read")}</Button>
				</Form>
			) : (
				<EmptyState title={t("enter.closed")}>
					<p>{t("enter.closedText")}</p>
				</EmptyState>
			)}
			<Section id="tabellen" title={t("imports.list")}>
				<DataTable
					caption={t("imports.list")}
					captionHidden
					rows={page.imports}
					rowKey={({ id }) => id}
					empty={<p>{t("imports.none")}</p>}
					columns={[
						{
							key: "name",
							header: t("imports.name"),
							rowHeader: true,
							cell: ({ id, fileName }) => <a href={importPath(here, id)}>{fileName}</a>,
						},
						{ key: "rows", header: t("imports.rows"), numeric: true, cell: ({ rows }) => number(rows) },
						{ key: "on", header: t("imports.on"), cell: ({ uploadedAt }) => <LocalDateTime value={uploadedAt} /> },
						{ key: "state", header: t("imports.state"), cell: ({ state }) => t(`imports.states.${state}`) },
					]}
				/>
			</Section>
		</>
	);
}
