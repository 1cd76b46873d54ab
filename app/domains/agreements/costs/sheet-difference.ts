import { cellOf, type SheetPlan, type SheetRow, type SheetWords, sheetColumns, various } from "./cost-sheet";
import { parseEuros } from "./money-input";

export type Difference = {
	/** The row by its name, as it is in the plan; a new one as it is in the table. */
	row: string;
	change: "added" | "removed" | "changed";
	/** Title of the column, for a row that changed. */
	column: string | null;
	before: string;
	after: string;
};

/** Amounts that say the same in other words ("1000" and "1.000,00") are no difference. */
function same(before: string, after: string): boolean {
	if (before === after || after === various) return true;
	const [one, other] = [parseEuros(before), parseEuros(after)];
	return one.done && other.done && one.value === other.value;
}

/** What a table that came back would change, cell by cell, in the order of the table; then what would be gone. */
export function differences(
	plan: SheetPlan,
	rows: readonly SheetRow[],
	words: SheetWords,
	years: readonly number[],
): Difference[] {
	const all = { parties: plan.parties, years: [...new Set([...plan.years, ...years])].sort((a, b) => a - b) };
	const columns = sheetColumns(all, words).filter((column) => column.kind !== "fixed" || column.name !== "id");
	const found: Difference[] = [];
	for (const row of rows) {
		const before = plan.rows.find(({ id }) => id === row.id);
		const name = `${words.rows[row.row]}: ${before?.label ?? row.label}`;
		if (!before) {
			const after = columns.flatMap((column) => {
				const cell = cellOf(row, column, words);
				const shown = column.kind === "fixed" && (column.name === "row" || column.name === "label");
				return cell === "" || shown ? [] : [`${column.title}: ${cell}`];
			});
			found.push({ row: name, change: "added", column: null, before: "", after: after.join("; ") });
			continue;
		}
		for (const column of columns) {
			const [then, now] = [cellOf(before, column, words), cellOf(row, column, words)];
			if (!same(then, now))
				found.push({ row: name, change: "changed", column: column.title, before: then, after: now });
		}
	}
	for (const row of plan.rows.filter(({ id }) => !rows.some((one) => one.id === id))) {
		found.push({
			row: `${words.rows[row.row]}: ${row.label}`,
			change: "removed",
			column: null,
			before: row.label,
			after: "",
		});
	}
	return found;
}
