import { data } from "react-router";
import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { readOnce, readUploadForm } from "~/domains/files/index.server";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields } from "~/platform/http/forms.server";
import { textFor, useLocale, useText } from "~/platform/i18n";
import { NotFound, refused } from "~/platform/outcome";
import { readTable } from "~/platform/tables/read-table.server";
import type { World } from "~/platform/world.server";
import type { CheckedRow } from "../importing/check-sheet";
import { mostRows, packRows, rowsFrom, type SheetRow, unpackRows } from "../importing/contact-sheet";
import { checkedSheet, importContacts } from "../importing/import-contacts.server";
import { importMessages } from "../importing/messages";
import { messages } from "../messages";
import { keepersPlace } from "../queries/place-of-network.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/import";

const limits = { files: 1, fileBytes: 5_000_000, totalBytes: 5_500_000, kinds: ["office", "text"] as const };

const counts = z.object({
	entered: z.coerce.number().int(),
	changed: z.coerce.number().int(),
	ties: z.coerce.number().int(),
	ended: z.coerce.number().int(),
	same: z.coerce.number().int(),
});

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const result = counts.safeParse(Object.fromEntries(new URL(request.url).searchParams));
	return { place: await keepersPlace(world, params.place), result: result.success ? result.data : null };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await keepersPlace(world, params.place);
	const preview = async (rows: readonly SheetRow[]) => {
		const { rows: checked, good } = await checkedSheet(world, ownerId, rows);
		return data({ typed: {}, refusals: [], preview: { rows: checked, good, packed: good ? packRows(rows) : "" } });
	};
	if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const form = await readUploadForm(request, z.object({}), limits);
		if (!form.valid) return again(form.typed, form.refusals);
		const [file] = form.files;
		if (!file) return again({}, refused("table-missing", { field: "table" }).refusals);
		const table = await readTable(await readOnce(file), file.name);
		if (!table.done) {
			return again(
				{},
				table.refusals.map((one) => ({ ...one, field: "table" })),
			);
		}
		const { rows, missing } = rowsFrom(table.value);
		if (missing.length > 0) {
			const values = { columns: missing.join(", ") };
			return again({}, refused("columns-missing", { field: "table", values }).refusals);
		}
		if (rows.length > mostRows) {
			return again({}, refused("table-rows", { field: "table", values: { most: mostRows } }).refusals);
		}
		return preview(rows);
	}
	const sent = (await formFields(request)).get("rows");
	const rows = typeof sent === "string" ? unpackRows(sent) : null;
	if (!rows) throw new NotFound();
	const outcome = await importContacts(world, { ownerId, rows });
	// What changed meanwhile is told row by row.
	if (!outcome.done) return outcome.refusals[0]?.code === "sheet-wrong" ? preview(rows) : again({}, outcome.refusals);
	const told = Object.entries(outcome.value).map(([name, count]) => [name, String(count)]);
	return onward(`/o/${slug}/verwaltung/netzwerk/einlesen?${new URLSearchParams(told)}`);
});

/** A table is looked at row by row, then taken over. */
export default function Import({ loaderData: { place, result }, actionData }: Route.ComponentProps) {
	const t = useText(importMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const preview = actionData && "preview" in actionData ? actionData.preview : null;
	return (
		<>
			<title>{`${t("title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: staff("list.title"), href: list }, { label: t("title") }]} />
			{result && !actionData && <Alert tone="success" title={t("result", result)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("title")} lead={t("lead")}>
				<ButtonRow>
					<LinkButton href={`${list}/einlesen/vorlage`} look="secondary" download>
						{t("template")}
					</LinkButton>
					<LinkButton href={`${list}/einlesen/oparl`} look="secondary">
						{t("oparl.link")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{preview && <Preview {...preview} />}
			<Form files id="tabelle">
				<FileField
					name="table"
					accept=".xlsx,.csv"
					label={t("file")}
					hint={t("fileHint")}
					error={problems.at("table")}
				/>
				<Button look={preview?.good ? "secondary" : "primary"}>{t("read")}</Button>
			</Form>
		</>
	);
}

function Preview({ rows, good, packed }: { rows: readonly CheckedRow[]; good: boolean; packed: string }) {
	const t = useText(importMessages);
	const sentence = textFor(useLocale(), messages) as unknown as (
		key: string,
		values?: Record<string, string>,
	) => string;
	const wrong = rows.filter(({ problems }) => problems.length > 0);
	return (
		<>
			<Alert
				tone={good ? "success" : "danger"}
				title={good ? t("good", { count: rows.length }) : t("bad", { count: wrong.length })}
				live
			/>
			<DataTable
				caption={t("caption")}
				rows={good ? rows : wrong}
				rowKey={({ row }) => String(row)}
				columns={[
					{
						key: "row",
						header: t("who"),
						rowHeader: true,
						cell: ({ row, cells }) =>
							`${t("row", { row: String(row) })}: ${cells.name || `${cells.givenName} ${cells.familyName}`.trim() || cells.key}`,
					},
					good
						? {
								key: "tie",
								header: t("tie"),
								cell: ({ cells }) => (cells.type ? `${cells.type} ${cells.target}` : "–"),
							}
						: {
								key: "problem",
								header: t("problem"),
								cell: ({ problems }) =>
									problems.map(({ code, values }) => sentence(`refusals.${code}`, values)).join(" "),
							},
				]}
			/>
			{good && (
				<Form id="uebernehmen" hidden={{ rows: packed }} inline>
					<Button>{t("take", { count: rows.length })}</Button>
				</Form>
			)}
		</>
	);
}
