import type { CostClass, TaxMode } from "./cost-item";
import { parseFigure } from "./cost-item-form";
import type { CoverKind, Standing } from "./coverage";
import { parseEuros } from "./money-input";
import { distribute, type ShareKey, type VariableKey } from "./shares";

/**
 * The cost plan as one table: a row per cost item or per source of money, years as columns, figures of the key per party.
 * Amounts and figures are text as people write them ("1.234,56"), so that cells can be compared.
 */
export type SheetRow = {
	/** Of the item or of the first line of a source; empty for a new row. */
	id: string;
	row: "costs" | "cover";
	label: string;
	/** Class of costs, or source of money. */
	kind: CostClass | CoverKind;
	key: ShareKey | "";
	variableKey: VariableKey | "";
	tax: TaxMode | "";
	standing: Standing | "";
	/** Who steps in, or at whose place the rest stays. */
	bearer: string;
	source: string;
	asOf: string;
	amounts: Record<string, string>;
	values: Record<string, string>;
	bases: Record<string, string>;
	caps: Record<string, string>;
};

export type SheetPlan = {
	/** Parties in the order of the contract; `title` tells them apart in the table. */
	parties: readonly { id: string; title: string }[];
	years: readonly number[];
	rows: readonly SheetRow[];
};

/** As it was read from a file; rows are numbered as the spreadsheet program does. */
type Table = { columns: readonly string[]; rows: readonly { number: number; cells: readonly string[] }[] };

/** The words of a table in one language. */
export type SheetWords = {
	columns: Record<Fixed, string>;
	amount(year: number): string;
	value(party: string): string;
	base(party: string): string;
	cap(party: string): string;
	rows: Record<SheetRow["row"], string>;
	classes: Record<CostClass, string>;
	kinds: Record<CoverKind, string>;
	keys: Record<ShareKey, string>;
	taxes: Record<TaxMode, string>;
	standings: Record<Standing, string>;
};

export const fixedColumns = [
	"id",
	"row",
	"label",
	"kind",
	"key",
	"variableKey",
	"tax",
	"standing",
	"bearer",
	"source",
	"asOf",
] as const;
export type Fixed = (typeof fixedColumns)[number];

/** Stands in a cell where the parties have different sources; such a cell changes nothing. */
export const various = "…";

type Column =
	| { kind: "fixed"; name: Fixed }
	| { kind: "amount"; year: number }
	| { kind: "values" | "bases" | "caps"; party: string };

/** The columns of a plan in their order, each with its title. */
export function sheetColumns({ parties, years }: Pick<SheetPlan, "parties" | "years">, words: SheetWords) {
	const titled = (column: Column, title: string) => ({ ...column, title });
	return [
		...fixedColumns.map((name) => titled({ kind: "fixed", name }, words.columns[name])),
		...years.map((year) => titled({ kind: "amount", year }, words.amount(year))),
		...parties.map(({ id, title }) => titled({ kind: "values", party: id }, words.value(title))),
		...parties.map(({ id, title }) => titled({ kind: "bases", party: id }, words.base(title))),
		...parties.map(({ id, title }) => titled({ kind: "caps", party: id }, words.cap(title))),
	];
}

/** What stands in a cell, as people read it. */
export function cellOf(row: SheetRow, column: Column, words: SheetWords): string {
	if (column.kind === "amount") return row.amounts[column.year] ?? "";
	if (column.kind !== "fixed") return row[column.kind][column.party] ?? "";
	switch (column.name) {
		case "row":
			return words.rows[row.row];
		case "kind":
			return wordOf(row.row === "costs" ? words.classes : words.kinds, row.kind);
		case "key":
			return row.key && words.keys[row.key];
		case "variableKey":
			return row.variableKey && words.keys[row.variableKey];
		case "tax":
			return row.tax && words.taxes[row.tax];
		case "standing":
			return row.standing && words.standings[row.standing];
		default:
			return row[column.name];
	}
}

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? "";

export type SheetProblem = {
	/** As the spreadsheet program counts; null for the table as a whole. */
	row: number | null;
	/** Title of the column; null for the whole row. */
	column: string | null;
	code: string;
	values: Record<string, string | number>;
};

const wordIn = <Word extends string>(words: Record<Word, string>, text: string): Word | null => {
	const typed = text.trim().toLowerCase();
	const entries = Object.entries(words) as [Word, string][];
	return entries.find(([, word]) => word.toLowerCase() === typed)?.[0] ?? null;
};

/**
 * Reads a table that came back. Every cell is checked, every problem named by row and column; a plan is only given when there
 * is none. Columns may stand in any order, missing ones of amounts and figures count as empty, unknown ones are refused.
 */
export function readSheet(
	table: Table,
	plan: Pick<SheetPlan, "parties"> & { rows: readonly Pick<SheetRow, "id" | "row">[] },
	words: SheetWords,
): { rows: SheetRow[]; years: number[]; problems: SheetProblem[] } {
	const problems: SheetProblem[] = [];
	const columns = table.columns.map((title) => columnOf(title, plan.parties, words));
	for (const [index, column] of columns.entries()) {
		const title = table.columns[index] ?? "";
		if (column === null && title !== "")
			problems.push({ row: null, column: title, code: "column-unknown", values: {} });
		const twice = column && columns.findIndex((other) => JSON.stringify(other) === JSON.stringify(column)) < index;
		if (twice) problems.push({ row: null, column: title, code: "column-twice", values: {} });
	}
	for (const name of ["row", "label", "kind"] as const) {
		if (!columns.some((column) => column?.kind === "fixed" && column.name === name)) {
			problems.push({ row: null, column: words.columns[name], code: "column-missing", values: {} });
		}
	}
	if (problems.length > 0) return { rows: [], years: [], problems };
	const rows: SheetRow[] = [];
	const seen = new Set<string>();
	for (const { number, cells } of table.rows) {
		const before = problems.length;
		const row = readRow(cells, columns, table.columns, words, (column, code, values = {}) =>
			problems.push({ row: number, column, code, values }),
		);
		if (row.id !== "") {
			const known = plan.rows.some(({ id, row: kind }) => id === row.id && kind === row.row);
			if (!known) problems.push({ row: number, column: words.columns.id, code: "id-unknown", values: {} });
			else if (seen.has(row.id)) problems.push({ row: number, column: words.columns.id, code: "id-twice", values: {} });
			seen.add(row.id);
		}
		if (problems.length === before)
			checkWhole(row, plan.parties, (code, values) => problems.push({ row: number, column: null, code, values }));
		rows.push(row);
	}
	const years = columns.flatMap((column) => (column?.kind === "amount" ? [column.year] : [])).sort((a, b) => a - b);
	return { rows, years, problems };
}

function columnOf(title: string, parties: SheetPlan["parties"], words: SheetWords): Column | null {
	const name = wordIn(words.columns, title);
	if (name) return { kind: "fixed", name };
	const year = Number(/\d{4}/.exec(title)?.[0] ?? 0);
	if (year >= 2000 && year <= 2200 && title.toLowerCase() === words.amount(year).toLowerCase())
		return { kind: "amount", year };
	for (const [kind, write] of [
		["values", words.value],
		["bases", words.base],
		["caps", words.cap],
	] as const) {
		const party = parties.find((one) => write(one.title).toLowerCase() === title.toLowerCase());
		if (party) return { kind, party: party.id };
	}
	return null;
}

type Report = (column: string | null, code: string, values?: SheetProblem["values"]) => void;

function readRow(
	cells: readonly string[],
	columns: readonly (Column | null)[],
	titles: readonly string[],
	words: SheetWords,
	report: Report,
): SheetRow {
	const fixed = Object.fromEntries(fixedColumns.map((name) => [name, ""])) as Record<Fixed, string>;
	for (const [index, column] of columns.entries()) {
		if (column?.kind === "fixed") fixed[column.name] = cells[index] ?? "";
	}
	const pick = <Word extends string>(name: Fixed, known: Record<Word, string>, needed: boolean): Word | "" => {
		const found = wordIn(known, fixed[name]);
		if (found) return found;
		if (needed || fixed[name] !== "") {
			report(words.columns[name], "word-unknown", { known: Object.values(known).join(", ") });
		}
		return "";
	};
	const kindOfRow = pick("row", words.rows, true) || "costs";
	const costs = kindOfRow === "costs";
	if (fixed.label === "") report(words.columns.label, "cell-empty");
	const kind = (costs ? pick("kind", words.classes, true) : pick("kind", words.kinds, true)) || "operation";
	const key = costs ? pick("key", words.keys, true) : "";
	const { equal, inhabitants, usage, "fixed-percent": percent } = words.keys;
	const variableKey =
		key === "base-plus" ? pick("variableKey", { equal, inhabitants, usage, "fixed-percent": percent }, true) : "";
	const tax = costs ? pick("tax", words.taxes, false) || "unclear" : "";
	const standing = costs ? "" : pick("standing", words.standings, true);
	if (standing === "open" && fixed.bearer === "") report(words.columns.bearer, "bearer-missing");
	if (fixed.asOf !== "" && fixed.asOf !== various && !/^\d{4}-\d{2}-\d{2}$/.test(fixed.asOf)) {
		report(words.columns.asOf, "day-unreadable");
	}
	const row: SheetRow = {
		id: fixed.id,
		row: kindOfRow,
		label: fixed.label,
		kind,
		key,
		variableKey,
		tax,
		standing,
		bearer: fixed.bearer,
		source: fixed.source,
		asOf: fixed.asOf,
		amounts: {},
		values: {},
		bases: {},
		caps: {},
	};
	for (const [index, column] of columns.entries()) {
		const text = cells[index] ?? "";
		if (text === "" || !column || column.kind === "fixed") continue;
		const title = titles[index] ?? "";
		const read =
			column.kind === "values"
				? costs && key
					? parseFigure(key, variableKey || null, text)
					: null
				: column.kind === "amount" || costs
					? parseEuros(text)
					: null;
		if (read === null) report(title, "cell-superfluous");
		else if (!read.done) report(title, read.refusals[0]?.code ?? "amount-unreadable");
		else if (column.kind === "amount") row.amounts[column.year] = text;
		else row[column.kind][column.party] = text;
	}
	if (Object.keys(row.amounts).length === 0) report(null, "years-missing");
	return row;
}

/** Whether the key of a costs row can share each of its amounts. */
function checkWhole(
	row: SheetRow,
	parties: SheetPlan["parties"],
	report: (code: string, values: SheetProblem["values"]) => void,
): void {
	if (row.row !== "costs" || row.key === "") return;
	const figures = basisOfRow(
		row,
		parties.map(({ id }) => id),
	);
	const rest = parties.find(({ title }) => title.toLowerCase() === row.bearer.toLowerCase());
	if (row.bearer !== "" && !rest) {
		report("bearer-unknown", {});
		return;
	}
	for (const text of Object.values(row.amounts)) {
		const cents = parseEuros(text);
		if (!cents.done) continue;
		const shares = distribute(cents.value, {
			key: row.key,
			variableKey: row.variableKey || null,
			basis: figures,
			restParty: rest?.id ?? null,
		});
		if (!shares.done) {
			report(shares.refusals[0]?.code ?? "invalid", shares.refusals[0]?.values ?? {});
			return;
		}
	}
}

/** The figures of a row as the rules take them; the row has been checked. */
export function basisOfRow(row: SheetRow, parties: readonly string[]) {
	const euros = (text: string | undefined) => {
		const read = text ? parseEuros(text) : null;
		return read?.done ? read.value : null;
	};
	return parties.flatMap((party) => {
		const typed = row.values[party] ?? "";
		const base = row.key === "base-plus" ? euros(row.bases[party]) : null;
		if (row.key === "" || (typed === "" && base === null)) return [];
		const value = typed === "" ? null : parseFigure(row.key, row.variableKey || null, typed);
		return [{ party, value: value?.done ? value.value : 0n, base, cap: euros(row.caps[party]) }];
	});
}
