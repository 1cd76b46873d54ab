import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import type { Typed } from "../contract-input";
import { type CheckedRow, fieldsToMend, mendName, type SheetRow } from "../contract-sheet";
import { existingMessages } from "../messages";

/** So many wrong rows are mended on one page; the next ones follow. */
const mendedAtOnce = 20;

const formId = "berichtigen";

/** What was read goes back with the button, so nothing is stored before somebody has said yes. */
const sentRows = (rows: readonly SheetRow[]) => JSON.stringify(rows.map(({ row, typed }) => ({ row, typed })));

type Shown = { rows: readonly (CheckedRow & { known: boolean })[]; costClass: string };

/** Every row can be read: the list and the button that takes over those that are new. */
export function ReadyRows({ rows, costClass }: Shown) {
	const t = useText(existingMessages);
	const fresh = rows.filter(({ known }) => !known).length;
	return (
		<>
			<Alert
				tone={fresh > 0 ? "success" : "info"}
				title={fresh > 0 ? t("sheet.good", { count: rows.length }) : t("sheet.known", { count: rows.length })}
				live
			>
				{fresh > 0 && fresh < rows.length && <p>{t("sheet.known", { count: rows.length - fresh })}</p>}
			</Alert>
			<DataTable
				caption={t("caption")}
				rows={rows}
				rowKey={({ row }) => String(row)}
				columns={[
					{
						key: "row",
						header: t("name"),
						rowHeader: true,
						cell: ({ row, typed }) => `${t("sheet.row", { row: String(row) })}: ${typed.title}`,
					},
					{ key: "parties", header: t("partner"), cell: ({ typed }) => typed.parties },
					{ key: "starts", header: t("form.starts"), cell: ({ typed }) => typed.startsOn },
					{ key: "last", header: t("lastDay"), cell: ({ typed }) => typed.lastDay || t("openEnd") },
					{ key: "amounts", header: t("form.amounts"), cell: ({ typed }) => typed.amounts },
					{
						key: "state",
						header: t("sheet.state"),
						cell: ({ known }) => (known ? <Badge>{t("sheet.knownRow")}</Badge> : t("sheet.freshRow")),
					},
				]}
			/>
			{fresh > 0 && (
				<Form id="uebernehmen" hidden={{ rows: sentRows(rows), costClass }}>
					<Button>{t("sheet.take", { count: fresh })}</Button>
				</Form>
			)}
		</>
	);
}

/** Some rows cannot be read: each is named and mended here; the others are kept. */
export function WrongRows({ rows, costClass }: Shown) {
	const t = useText(existingMessages);
	const wrong = rows.filter(({ problems }) => problems.length > 0);
	const now = wrong.slice(0, mendedAtOnce);
	const problems = useProblems(
		existingMessages,
		now.flatMap(({ row, problems: found }) =>
			found.map((problem) => ({ ...problem, field: `row-${row}-${problem.field ?? ""}` })),
		),
	);
	const rowOf = (field = "") => /^row-(\d+)-/.exec(field)?.[1] ?? "";
	const errors = problems.errors.map(({ field, message }) => ({
		field,
		message: `${t("sheet.row", { row: rowOf(field) })}: ${message}`,
	}));
	return (
		<>
			<ErrorSummary form={formId} title={t("sheet.bad", { count: wrong.length })} errors={errors} />
			<p>{t("sheet.mend", { count: rows.length - wrong.length })}</p>
			{wrong.length > now.length && <p>{t("sheet.more", { count: wrong.length - now.length })}</p>}
			<Form id={formId} hidden={{ rows: sentRows(rows), costClass, mend: "1" }}>
				{now.map((row) => (
					<fieldset key={row.row} className="gw-flow">
						<legend className="kern-label">
							{t("sheet.row", { row: String(row.row) })}: {row.typed.title}
						</legend>
						{fieldsToMend(row).map((field) => (
							<MendField
								key={field}
								field={field}
								name={mendName(row.row, field)}
								value={row.typed[field]}
								error={problems.at(mendName(row.row, field))}
							/>
						))}
						<Checkbox
							name={mendName(row.row, "leave-out")}
							optional
							label={t("sheet.leaveOut", { row: String(row.row) })}
							checked={false}
						/>
					</fieldset>
				))}
				<Button>{t("sheet.again")}</Button>
			</Form>
		</>
	);
}

const labels = {
	title: "name",
	parties: "partner",
	signedOn: "form.signed",
	startsOn: "form.starts",
	lastDay: "lastDay",
	noticeMonths: "form.noticeMonths",
	fileNumber: "form.fileNumber",
	purpose: "form.purpose",
	amounts: "form.amounts",
} as const satisfies Record<keyof Typed, string>;

const needed: readonly (keyof Typed)[] = ["title", "parties", "startsOn"];

function MendField(props: { field: keyof Typed; name: string; value: string; error: string | undefined }) {
	const t = useText(existingMessages);
	const { field, ...rest } = props;
	const wired = { ...rest, label: t(labels[field]), optional: !needed.includes(field) };
	return field === "parties" || field === "amounts" ? <TextArea rows={2} {...wired} /> : <TextField {...wired} />;
}
