import { inquiryLimits } from "./inquiry";

/** The columns of the table that goes to a department and comes back; their words are those of the page's language. */
export const sheetColumns = ["id", "version", "number", "title", "text", "place", "answer", "hints"] as const;
export type SheetColumn = (typeof sheetColumns)[number];
/** What has to come back; the others are for reading only. */
const needed = ["id", "version", "answer"] as const;
type Needed = (typeof needed)[number];

/** Which question and which of its answers a row belongs to. */
export function versionOf(inquiry: { id: string; revision: number }): string {
	return `${inquiry.id}.${inquiry.revision}`;
}

/** What is wrong with a table that came back; `row` as the spreadsheet program numbers it, null for the whole table. */
export type SheetProblem = {
	row: number | null;
	column: Needed | null;
	code:
		| "column-missing"
		| "other-file"
		| "version-old"
		| "id-unknown"
		| "row-double"
		| "row-missing"
		| "answer-too-long"
		| "nothing-filled";
	values: Record<string, string | number>;
};

export type Filled = { id: string; text: string };

/**
 * Checks a table that came back, row by row: columns, question, version, every contribution exactly once, lengths. Cells
 * may stay empty, not all of them.
 * @param table as `readTable` reads it
 * @param titles the words of the columns, in every language in which the table may have gone out
 * @returns the rows in the order of the question, or everything that is wrong
 */
export function checkSheet(
	table: { columns: readonly string[]; rows: readonly { number: number; cells: readonly string[] }[] },
	inquiry: { id: string; revision: number; contributions: readonly { id: string; number: number | null }[] },
	titles: readonly Record<SheetColumn, string>[],
): { problems: SheetProblem[]; rows: Filled[] } {
	const at = new Map(
		needed.map((column) => {
			const names = titles.map((words) => words[column]);
			return [column, table.columns.findIndex((name) => names.includes(name))];
		}),
	);
	const missing = needed.filter((column) => (at.get(column) ?? -1) < 0);
	if (missing.length > 0) {
		return {
			rows: [],
			problems: missing.map((column) => ({
				row: null,
				column,
				code: "column-missing",
				values: { name: titles[0]?.[column] ?? column },
			})),
		};
	}
	const cell = (cells: readonly string[], column: Needed) => cells[at.get(column) ?? 0] ?? "";
	const problems: SheetProblem[] = [];
	const seen = new Map<string, { row: number; text: string }>();
	const known = new Set(inquiry.contributions.map(({ id }) => id));
	for (const { number: row, cells } of table.rows) {
		const [id, version, text] = [cell(cells, "id").toLowerCase(), cell(cells, "version"), cell(cells, "answer").trim()];
		// rows below the list that hold hints or notes only
		if (id === "" && version === "" && text === "") continue;
		const first = seen.get(id);
		if (!version.toLowerCase().startsWith(`${inquiry.id}.`)) {
			problems.push({ row, column: "version", code: "other-file", values: {} });
		} else if (version.toLowerCase() !== versionOf(inquiry)) {
			problems.push({ row, column: "version", code: "version-old", values: {} });
		}
		if (!known.has(id)) problems.push({ row, column: "id", code: "id-unknown", values: { id: id.slice(0, 40) } });
		else if (first) problems.push({ row, column: "id", code: "row-double", values: { first: first.row } });
		else seen.set(id, { row, text });
		const most = inquiryLimits.eachMost;
		if (text.length > most)
			problems.push({ row, column: "answer", code: "answer-too-long", values: { now: text.length, most } });
	}
	for (const { id, number } of inquiry.contributions) {
		if (!seen.has(id))
			problems.push({ row: null, column: null, code: "row-missing", values: { number: String(number ?? "") } });
	}
	const rows = inquiry.contributions.map(({ id }) => ({ id, text: seen.get(id)?.text ?? "" }));
	if (problems.length === 0 && rows.every(({ text }) => text === "")) {
		const name = titles[0]?.answer ?? "";
		problems.push({ row: null, column: "answer", code: "nothing-filled", values: { name } });
	}
	return { problems, rows };
}
