import { Alert } from "~/design/alert";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { isWish } from "../paper";
import type { ImportPage } from "../queries/import-pages.server";
import { staffMessages } from "../staff-messages";

type Checked = NonNullable<ImportPage["checked"]>;

/** What stands in an uploaded table, as it would be written: whether all is well, the first rows, the errors by row and column. */
export function CheckedTable({ checked, rows }: { checked: Checked; rows: number }) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const fine = checked.errors === 0;
	return (
		<>
			<Alert
				tone={fine ? "success" : "danger"}
				level={3}
				title={
					fine ? t("imports.fine", { rows }) : t("imports.wrong", { errors: checked.errors, rows: checked.errorRows })
				}
			>
				<p>{t(fine ? "imports.fineText" : "imports.wrongText")}</p>
			</Alert>
			{!fine && (
				<Section
					id="fehler"
					level={3}
					title={
						checked.errors > checked.first.length
							? t("imports.errorsFirst", { count: checked.first.length })
							: t("imports.errors")
					}
				>
					<DataTable
						caption={t("imports.errors")}
						captionHidden
						rows={checked.first}
						rowKey={({ row, field, code }) => `${row}-${field}-${code}`}
						columns={[
							{
								key: "row",
								header: t("imports.row"),
								rowHeader: true,
								cell: ({ row }) => `${t("imports.row")} ${row}`,
							},
							{
								key: "column",
								header: t("imports.column"),
								cell: ({ column, field }) => column ?? t(`imports.fields.${field}`),
							},
							{ key: "value", header: t("imports.stands"), cell: ({ value }) => beginning(value) || "–" },
							{ key: "problem", header: t("imports.problem"), cell: ({ code }) => t(`refusals.${code}`) },
						]}
					/>
				</Section>
			)}
			{checked.taken > 0 && (
				<Section
					id="schon-erfasst"
					level={3}
					title={t("imports.taken", { count: checked.taken })}
					intro={t("imports.takenText")}
				>
					<DataTable
						caption={t("imports.taken", { count: checked.taken })}
						captionHidden
						rows={checked.leftOut}
						rowKey={({ row }) => String(row)}
						columns={[
							{
								key: "row",
								header: t("imports.row"),
								rowHeader: true,
								cell: ({ row }) => `${t("imports.row")} ${row}`,
							},
							{
								key: "as",
								header: t("imports.takenAs"),
								cell: ({ code, number }) => (
									<a href={`/b/${code}`}>{t("imports.contribution", { number: String(number ?? "") })}</a>
								),
							},
							{
								key: "when",
								header: t("imports.takenWhen"),
								cell: ({ importedAt, differs }) => (
									<>
										{t("imports.takenOn", { date: dateLong(importedAt) })}
										{differs && <>. {t("imports.takenDiffers")}</>}
									</>
								),
							},
						]}
					/>
					{checked.taken > checked.leftOut.length && (
						<p>{t("imports.takenMore", { count: checked.taken - checked.leftOut.length })}</p>
					)}
				</Section>
			)}
			<Section id="vorschau" level={3} title={t("imports.preview")}>
				<DataTable
					caption={t("imports.preview")}
					captionHidden
					rows={checked.rows}
					rowKey={({ number }) => String(number)}
					columns={[
						{
							key: "row",
							header: t("imports.row"),
							rowHeader: true,
							cell: ({ number }) => `${t("imports.row")} ${number}`,
						},
						{
							key: "text",
							header: t("imports.fields.text"),
							cell: ({ row }) => beginning([row.title, row.text].filter(Boolean).join(": ")),
						},
						{
							key: "about",
							header: t("imports.fields.category"),
							cell: ({ row }) => [row.category, row.place].filter(Boolean).join(" · ") || "–",
						},
						{ key: "channel", header: t("imports.fields.channel"), cell: ({ row }) => t(`channels.${row.channel}`) },
						{
							key: "reply",
							header: t("enter.reply"),
							cell: ({ row }) =>
								[isWish(row.wish) && t(`wishes.${row.wish}`), row.name, row.street, row.town, row.phone]
									.filter(Boolean)
									.join(", "),
						},
					]}
				/>
			</Section>
		</>
	);
}

function beginning(text: string): string {
	return text.length > 120 ? `${text.slice(0, 119)} …` : text;
}
