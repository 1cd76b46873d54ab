import { conduct } from "~/platform/http/conduct.server";
import { type WorkbookColumn, workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { cellOf, type Fixed, type SheetRow, sheetColumns } from "../cost-sheet";
import { parseEuros, parsePercent } from "../money-input";
import { sheetPlan, sheetWords } from "../queries/cost-sheet.server";
import { sheetMessages } from "../sheet-messages";
import type { Route } from "./+types/cost-sheet-file";

const widths: Record<string, number> = {
	id: 14,
	label: 34,
	bearer: 24,
	source: 24,
	indexBasis: 28,
	basis: 34,
	adjustment: 34,
};
const percents: readonly Fixed[] = ["indexPerYear", "indexThreshold", "indexCap"];

/** A fixed cell: rates, the base year and the promised amount are numbers, everything else is text. */
function fixedCell(name: Fixed, text: string): string | number | null {
	if (text === "") return null;
	const rate = percents.includes(name) ? parsePercent(text) : null;
	if (rate) return rate.done ? Number(rate.value) / 10_000 : text;
	if (name === "indexBaseYear") return Number(text);
	const cents = name === "yearly" ? parseEuros(text) : null;
	return cents?.done ? Number(cents.value) / 100 : text;
}

/** A figure as a number that a spreadsheet program can work with. */
function numberOf(kind: "amount" | "values" | "bases" | "caps", row: SheetRow, text: string): number | null {
	if (text === "") return null;
	const counted = row.key === "base-plus" ? row.variableKey : row.key;
	if (kind === "values" && counted === "fixed-percent") {
		const millionths = parsePercent(text);
		return millionths.done ? Number(millionths.value) / 10_000 : null;
	}
	if (kind === "values" && counted !== "fixed-amount") return Number(text);
	const cents = parseEuros(text);
	return cents.done ? Number(cents.value) / 100 : null;
}

/** The whole cost plan as a workbook: text as text, amounts as numbers, no formula. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { draft, number } = await editingPage(world, params);
	const [plan, words] = [sheetPlan(world, draft), sheetWords(world.locale)];
	const columns = sheetColumns(plan, words);
	const described = columns.map(
		(column): WorkbookColumn => ({
			title: column.title,
			width: column.kind === "fixed" ? (widths[column.name] ?? 18) : 16,
			...(column.kind === "values" || (column.kind === "fixed" && column.name !== "yearly")
				? {}
				: { format: "#,##0.00" }),
		}),
	);
	const rows = plan.rows.map((row) =>
		columns.map((column) => {
			const text = cellOf(row, column, words);
			return column.kind === "fixed" ? fixedCell(column.name, text) : numberOf(column.kind, row, text);
		}),
	);
	const bytes = await workbookOf(sheetMessages[world.locale].sheet, described, rows);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": `attachment; filename="kostenplan-${number.toLowerCase()}.xlsx"`,
			"Cache-Control": "no-store",
		},
	});
});
