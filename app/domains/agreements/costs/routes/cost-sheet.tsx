import { data } from "react-router";
import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { readOnce, readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { Forbidden, refused } from "~/platform/outcome";
import { readTable } from "~/platform/tables/read-table.server";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { messages } from "../../messages";
import { importCostPlan, sheetRows } from "../commands/import-cost-plan.server";
import { sheetFileForm, sheetForm } from "../forms";
import { languageOf, sheetPlan, sheetWords } from "../queries/cost-sheet.server";
import { readSheet, type SheetProblem } from "../read-cost-sheet";
import { type Difference, differences } from "../sheet-difference";
import { sheetMessages } from "../sheet-messages";
import type { Route } from "./+types/cost-sheet";

const limits = { files: 1, fileBytes: 5_000_000, totalBytes: 6_000_000, kinds: ["office", "text"] as const };

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft: _, points: __, ...page } = await editingPage(world, params);
	return { ...page, saved: new URL(request.url).searchParams.has("saved") };
});

type Read = { rows: string; changes: number; differences: Difference[]; problems: SheetProblem[] };

/** The file is read, checked and compared; a second form takes over what was shown. Nothing is written before that. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code, draft, mayEdit } = await editingPage(world, params);
	if (!mayEdit) throw new Forbidden();
	if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const form = readFields(request, await formFields(request), sheetForm);
		if (!form.valid) return again({}, refused("sheet-unreadable").refusals);
		const rows = sheetRows.safeParse(jsonOf(form.value.rows));
		if (!rows.success) return again({}, refused("sheet-unreadable").refusals);
		const outcome = await importCostPlan(world, { code, changes: form.value.changes, rows: rows.data });
		return outcome.done ? onward(`${here}/kostenplan-tabelle?saved`) : again({}, outcome.refusals);
	}
	const form = await readUploadForm(request, sheetFileForm, limits);
	if (!form.valid) return again(form.typed, form.refusals);
	const [file] = form.files;
	if (!file) return again({}, refused("file-missing", { field: "table" }).refusals);
	const table = await readTable(await readOnce(file), file.name, { germanNumbers: true });
	if (!table.done) {
		return again(
			{},
			table.refusals.map((refusal) => ({ ...refusal, field: "table" })),
		);
	}
	const plan = sheetPlan(world, draft);
	const words = sheetWords(languageOf(table.value.columns));
	const { rows, years, problems } = readSheet(table.value, plan, words);
	const read: Read = {
		rows: JSON.stringify(rows),
		changes: draft.changes,
		differences: problems.length > 0 ? [] : differences(plan, rows, words, years),
		problems,
	};
	const found = problems.length > 0 ? "sheet-wrong" : read.differences.length === 0 ? "sheet-same" : null;
	if (found === null) return data({ typed: {}, refusals: [], read });
	return data({ typed: {}, refusals: refused(found, { field: "table" }).refusals, read }, { status: 422 });
});

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

export default function CostSheet({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(sheetMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const read = actionData && "read" in actionData ? (actionData.read as Read) : null;
	const preview = read !== null && read.differences.length > 0;
	return (
		<EditFrame
			page={page}
			title={t("title")}
			lead={t("lead")}
			errors={problems.errors}
			saved={page.saved && !actionData}
		>
			{read && read.problems.length > 0 && <Problems problems={read.problems} />}
			{preview && page.mayEdit ? (
				<Preview read={read} here={page.here} />
			) : (
				<>
					<p>{t("how")}</p>
					<ButtonRow>
						<LinkButton look="secondary" href={`${page.here}/kostenplan.xlsx`} download>
							{t("download")}
						</LinkButton>
						<LinkButton look="tertiary" href={`/vereinbarungen/${page.code}/anteile.csv`} download>
							{t("csv")}
						</LinkButton>
					</ButtonRow>
					{page.mayEdit && (
						<Form files>
							<FileField
								name="table"
								label={t("file")}
								hint={t("fileHint")}
								accept=".xlsx,.csv"
								error={problems.at("table")}
							/>
							<Button>{t("check")}</Button>
						</Form>
					)}
				</>
			)}
		</EditFrame>
	);
}

/** Every word that one of the codes names. */
const noValues = { known: "", difference: "" };

function Problems({ problems }: { problems: SheetProblem[] }) {
	const t = useText(sheetMessages);
	const codes = sheetMessages.de.codes;
	const known = (code: string): code is keyof typeof codes => Object.hasOwn(codes, code);
	return (
		<Section id="fehler" title={t("problems")}>
			<DataTable
				caption={t("problems")}
				captionHidden
				rows={problems}
				rowKey={({ row, column, code }) => [row, column, code].join(".")}
				columns={[
					{ key: "row", header: t("row"), cell: ({ row }) => (row === null ? t("wholeTable") : String(row)) },
					{ key: "column", header: t("column"), cell: ({ column }) => column ?? t("wholeRow") },
					{
						key: "problem",
						header: t("problem"),
						rowHeader: true,
						cell: ({ code, values }) => t(`codes.${known(code) ? code : "invalid"}`, { ...noValues, ...values }),
					},
				]}
			/>
		</Section>
	);
}

function Preview({ read, here }: { read: Read; here: string }) {
	const t = useText(sheetMessages);
	const columnOf = ({ change, column }: Difference) => (change === "changed" ? column : t(change));
	return (
		<Section id="aenderungen" title={t("preview")}>
			<Alert tone="warning" title={t("previewLead", { count: read.differences.length })} level={3} />
			<DataTable
				caption={t("preview")}
				captionHidden
				rows={read.differences}
				rowKey={({ row, column, change }) => [row, column, change].join(".")}
				columns={[
					{ key: "row", header: t("position"), rowHeader: true, cell: ({ row }) => row },
					{ key: "column", header: t("column"), cell: columnOf },
					{ key: "before", header: t("before"), cell: ({ before }) => before || t("empty") },
					{ key: "after", header: t("after"), cell: ({ after }) => after || t("empty") },
				]}
			/>
			<Form hidden={{ changes: String(read.changes), rows: read.rows }}>
				<ButtonRow>
					<Button>{t("confirm")}</Button>
					<LinkButton href={`${here}/kostenplan-tabelle`} look="secondary">
						{t("discard")}
					</LinkButton>
				</ButtonRow>
			</Form>
		</Section>
	);
}
