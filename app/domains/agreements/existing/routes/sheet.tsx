import { data } from "react-router";
import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { readOnce, readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { textFor, useLocale, useText } from "~/platform/i18n";
import { NotFound, refused } from "~/platform/outcome";
import { readTable } from "~/platform/tables/read-table.server";
import type { World } from "~/platform/world.server";
import { type CostClass, costClasses } from "../../costs/cost-item";
import { messages } from "../../messages";
import { importContracts, mostImported } from "../commands/enter-contract.server";
import { type CheckedRow, checkRows, readSentRows, rowsOf, type SheetRow } from "../contract-sheet";
import { sheetForm, takeSheetForm } from "../forms";
import { existingMessages } from "../messages";
import { contractsPlace } from "../queries/contracts.server";
import type { Route } from "./+types/sheet";

const tableLimits = { files: 1, fileBytes: 5_000_000, totalBytes: 5_500_000, kinds: ["office", "text"] as const };

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { slug, name } = await contractsPlace(world, params.place);
	return { place: { slug, name } };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const place = await contractsPlace(world, params.place);
	if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const form = await readUploadForm(request, sheetForm, tableLimits);
		if (!form.valid) return again(form.typed, form.refusals);
		const [file] = form.files;
		if (!file) return again(form.typed, refused("table-missing", { field: "table" }).refusals);
		const table = await readTable(await readOnce(file), file.name);
		if (!table.done)
			return again(
				form.typed,
				table.refusals.map((one) => ({ ...one, field: "table" })),
			);
		const rows = rowsOf(table.value);
		if (!rows.done) return again(form.typed, rows.refusals);
		if (rows.value.length > mostImported) {
			return again(form.typed, refused("import-size", { field: "table", values: { most: mostImported } }).refusals);
		}
		return preview(form.value.costClass, rows.value, place.ownName);
	}
	const form = readFields(request, await formFields(request), takeSheetForm);
	const rows = form.valid ? readSentRows(form.value.rows) : null;
	if (!form.valid || !rows) throw new NotFound();
	const checked = checkRows(rows, place.ownName);
	if (!checked.contracts) return preview(form.value.costClass, rows, place.ownName);
	const outcome = await importContracts(world, {
		ownerId: place.organisationId,
		costClass: form.value.costClass,
		inputs: checked.contracts,
	});
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/vereinbarungen/bestand?uebernommen=${outcome.value.count}`);
});

function preview(costClass: CostClass, sent: readonly SheetRow[], own: string) {
	const { rows, contracts } = checkRows(sent, own);
	return data({ typed: { costClass }, refusals: [], preview: { rows, good: contracts !== null, costClass } });
}

export default function Sheet({ loaderData: { place }, actionData }: Route.ComponentProps) {
	const t = useText(existingMessages);
	const say = useText(messages);
	const problems = useProblems(existingMessages, actionData?.refusals);
	const list = `/o/${place.slug}/verwaltung/vereinbarungen/bestand`;
	const shown = actionData && "preview" in actionData ? actionData.preview : null;
	const typed: { costClass?: string | string[] } = actionData?.typed ?? {};
	return (
		<>
			<title>{`${t("sheet.title")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("title"), href: list },
					{ label: t("sheet.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("sheet.title")} lead={t("sheet.lead")}>
				<LinkButton href={`${list}/vorlage`} look="secondary" download>
					{t("sheet.template")}
				</LinkButton>
			</PageTitle>
			{shown && <Preview rows={shown.rows} good={shown.good} costClass={shown.costClass} />}
			<Form files id="tabelle">
				<Select
					name="costClass"
					label={t("form.costClass")}
					value={typed.costClass?.toString() ?? "operation"}
					error={problems.at("costClass")}
					options={costClasses.map((one) => ({ value: one, label: say(`classes.${one}`) }))}
				/>
				<FileField name="table" accept=".xlsx,.csv" label={t("sheet.file")} error={problems.at("table")} />
				<Button look={shown ? "secondary" : "primary"}>{t("sheet.read")}</Button>
			</Form>
		</>
	);
}

function Preview({ rows, good, costClass }: { rows: readonly CheckedRow[]; good: boolean; costClass: string }) {
	const t = useText(existingMessages);
	const sentence = textFor(useLocale(), existingMessages) as unknown as (
		key: string,
		values?: Record<string, string | number>,
	) => string;
	const wrong = rows.filter(({ problems }) => problems.length > 0);
	const shown = good ? rows : wrong;
	const sent = rows.map(({ row, typed }) => ({ row, typed }));
	return (
		<>
			<Alert
				tone={good ? "success" : "danger"}
				title={good ? t("sheet.good", { count: rows.length }) : t("sheet.bad", { count: wrong.length })}
				live
			/>
			<DataTable
				caption={t("caption")}
				rows={shown}
				rowKey={({ row }) => String(row)}
				columns={[
					{
						key: "row",
						header: t("name"),
						rowHeader: true,
						cell: ({ row, typed }) => `${t("sheet.row", { row: String(row) })}: ${typed.title}`,
					},
					{ key: "parties", header: t("partner"), cell: ({ typed }) => typed.parties },
					...(good
						? [
								{ key: "starts", header: t("form.starts"), cell: ({ typed }: CheckedRow) => typed.startsOn },
								{ key: "amounts", header: t("form.amounts"), cell: ({ typed }: CheckedRow) => typed.amounts },
							]
						: [
								{
									key: "problem",
									header: t("sheet.problem"),
									cell: ({ problems }: CheckedRow) =>
										problems.map(({ code, values }) => sentence(`refusals.${code}`, values)).join(" "),
								},
							]),
				]}
			/>
			{good && (
				<Form id="uebernehmen" hidden={{ rows: JSON.stringify(sent), costClass }}>
					<Button>{t("sheet.take", { count: rows.length })}</Button>
				</Form>
			)}
		</>
	);
}
