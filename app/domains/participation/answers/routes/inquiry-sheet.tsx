import { data } from "react-router";
import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { readOnce, readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import { readTable } from "~/platform/tables/read-table.server";
import type { World } from "~/platform/world.server";
import { replyByList } from "../commands/reply-to-inquiry.server";
import { rowsFrom, sheetFileForm, sheetForm } from "../forms";
import { checkSheet, type Filled, type SheetProblem } from "../inquiry-sheet";
import { deadLinkPath, inquirySheet, sheetAt, sheetWriter } from "../queries/inquiry-sheet.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/inquiry-sheet";

const limits = { files: 1, fileBytes: 5_000_000, totalBytes: 6_000_000, kinds: ["office", "text"] as const };
/** The table may have gone out in either language. */
const titles = [staffMessages.de.sheet.columns, staffMessages.en.sheet.columns];

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const at = sheetAt(params);
	const dead = await deadLinkPath(world, at);
	if (dead) throw onward(dead);
	return { sheet: await inquirySheet(world, at) };
});

type Read = { revision: number; rows: Filled[]; problems: SheetProblem[] };

/** The file is read, checked and shown; a second form takes over what was shown. Nothing is written before that. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const at = sheetAt(params);
	const dead = await deadLinkPath(world, at);
	if (dead) throw onward(dead);
	const sheet = await inquirySheet(world, at);
	if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const form = await readUploadForm(request, sheetFileForm, limits);
		if (!form.valid) return again(form.typed, form.refusals);
		const [file] = form.files;
		if (!file) return again({}, refused("file-missing", { field: "table" }).refusals);
		const table = await readTable(await readOnce(file), file.name);
		if (!table.done)
			return again(
				{},
				table.refusals.map((refusal) => ({ ...refusal, field: "table" })),
			);
		const { problems, rows } = checkSheet(table.value, sheet, titles);
		const read: Read = { revision: sheet.revision, rows, problems };
		if (problems.length === 0) return data({ typed: {}, refusals: [], read });
		return data({ typed: {}, refusals: refused("sheet-wrong", { field: "table" }).refusals, read }, { status: 422 });
	}
	const form = readFields(request, await formFields(request), sheetForm);
	if (!form.valid) return again({}, form.refusals);
	const { revision, answeredBy } = form.value;
	const rows = rowsFrom(form.value.rows);
	const outcome = await replyByList(await sheetWriter(world, at), { inquiryId: sheet.id, revision, rows, answeredBy });
	return outcome.done ? onward(`${sheet.backPath}?gesendet=liste`) : again({}, outcome.refusals);
});

export default function InquirySheet({ loaderData: { sheet }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const problems = useProblems(staffMessages, actionData?.refusals);
	const read = actionData && "read" in actionData ? actionData.read : null;
	const closed = <Alert tone="success" title={t("refusals.inquiry-closed")} />;
	return (
		<>
			<title>{`${t("sheet.title")}: ${sheet.office}`}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("sheet.title")} above={`${sheet.office} · ${sheet.process}`} lead={t("sheet.lead")} />
			{read && read.problems.length > 0 && <Problems problems={read.problems} />}
			{!sheet.mayReply ? (
				closed
			) : read && read.problems.length === 0 ? (
				<Preview sheet={sheet} read={read} />
			) : (
				<>
					<ButtonRow>
						<LinkButton look="secondary" href={`${sheet.path}/liste.xlsx`}>
							{t("sheet.download")}
						</LinkButton>
					</ButtonRow>
					<Form files>
						<FileField
							name="table"
							label={t("sheet.file")}
							hint={t("sheet.fileHint")}
							accept=".xlsx,.csv"
							error={problems.at("table")}
						/>
						<Button>{t("sheet.check")}</Button>
					</Form>
				</>
			)}
		</>
	);
}

function Problems({ problems }: { problems: SheetProblem[] }) {
	const t = useText(staffMessages);
	return (
		<Section id="fehler" title={t("sheet.problems")}>
			<DataTable
				caption={t("sheet.problems")}
				captionHidden
				rows={problems}
				rowKey={({ row, column, code, values }) => [row, column, code, ...Object.values(values)].join(".")}
				columns={[
					{ key: "row", header: t("sheet.row"), numeric: true, cell: ({ row }) => row ?? "–" },
					{
						key: "column",
						header: t("sheet.column"),
						cell: ({ column }) => (column ? t(`sheet.columns.${column}`) : "–"),
					},
					{
						key: "problem",
						header: t("sheet.problem"),
						rowHeader: true,
						cell: ({ code, values }) => t(`sheet.codes.${code}`, { ...noValues, ...values }),
					},
				]}
			/>
		</Section>
	);
}

/** Every word that one of the codes names. */
const noValues = { name: "", id: "", first: "", number: "", now: "", most: "" };

function Preview({ sheet, read }: { sheet: Route.ComponentProps["loaderData"]["sheet"]; read: Read }) {
	const t = useText(staffMessages);
	const textOf = new Map(read.rows.map(({ id, text }) => [id, text]));
	const filled = read.rows.filter(({ text }) => text !== "").length;
	const left = read.rows.length - filled;
	return (
		<Section id="pruefen" title={t("sheet.preview")}>
			<p>{t("sheet.previewLead", { filled })}</p>
			{left > 0 && <p>{t("sheet.left", { count: left })}</p>}
			<DataTable
				caption={t("sheet.preview")}
				captionHidden
				rows={sheet.contributions}
				rowKey={({ id }) => id}
				columns={[
					{ key: "number", header: t("sheet.number"), numeric: true, cell: ({ number }) => number },
					{ key: "title", header: t("sheet.contribution"), rowHeader: true, cell: ({ title }) => title },
					{
						key: "answer",
						header: t("sheet.answer"),
						cell: ({ id }) => <span className="gw-lines">{textOf.get(id) || t("sheet.nothing")}</span>,
					},
				]}
			/>
			<Form hidden={{ revision: String(read.revision), rows: JSON.stringify(read.rows) }}>
				<TextField
					name="answeredBy"
					label={t("sheet.name")}
					value={sheet.answeredBy ?? ""}
					autoComplete="name"
					width="medium"
					maxLength={120}
					optional
				/>
				<Button>{t("sheet.confirm")}</Button>
			</Form>
		</Section>
	);
}
