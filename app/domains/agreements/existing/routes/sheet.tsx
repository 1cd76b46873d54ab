import { data } from "react-router";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { readOnce, readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound, refused } from "~/platform/outcome";
import { readTable } from "~/platform/tables/read-table.server";
import type { World } from "~/platform/world.server";
import { type CostClass, costClasses } from "../../costs/cost-item";
import { messages } from "../../messages";
import { importContracts, mostImported } from "../commands/enter-contract.server";
import { checkRows, mendRows, readSentRows, rowsOf, type SheetRow } from "../contract-sheet";
import { sheetForm, takeSheetForm } from "../forms";
import { existingMessages } from "../messages";
import { contractsPlace } from "../queries/contracts.server";
import { knownContracts } from "../queries/known-contracts.server";
import { ReadyRows, WrongRows } from "../ui/sheet-rows";
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
		return preview(world, place, form.value.costClass, rows.value);
	}
	const fields = await formFields(request);
	const form = readFields(request, fields, takeSheetForm);
	const sent = form.valid ? readSentRows(form.value.rows) : null;
	if (!form.valid || !sent) throw new NotFound();
	const { costClass } = form.value;
	const rows = mendRows(sent, (name) => fields.get(name)?.toString() ?? null);
	if (rows.length === 0) return again({ costClass }, refused("table-empty", { field: "table" }).refusals);
	const { contracts } = checkRows(rows, place.ownName);
	if (!contracts || form.value.mend !== "") return preview(world, place, costClass, rows);
	const outcome = await importContracts(world, { ownerId: place.organisationId, costClass, inputs: contracts });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/vereinbarungen/bestand?uebernommen=${outcome.value.count}`);
});

/** What was read, with what is wrong and what is in the list already. */
async function preview(
	world: World,
	place: { organisationId: string; ownName: string },
	costClass: CostClass,
	sent: readonly SheetRow[],
) {
	const { rows, contracts } = checkRows(sent, place.ownName);
	const known = contracts ? await knownContracts(world.db, place.organisationId, contracts) : new Set<string>();
	const shown = {
		good: contracts !== null,
		costClass,
		rows: rows.map((row) => ({ ...row, known: row.key !== null && known.has(row.key) })),
	};
	return data({ typed: { costClass }, refusals: [], preview: shown }, { status: contracts ? 200 : 422 });
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
			{shown && (shown.good ? <ReadyRows {...shown} /> : <WrongRows {...shown} />)}
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
