import { parseFigure } from "./cost-item-form";
import {
	basisOfRow,
	type Column,
	cellOf,
	columnsOfRow,
	emptyRow,
	type Fixed,
	fixedColumns,
	indexOfRow,
	promised,
	type SheetPlan,
	type SheetRow,
	type SheetWords,
	various,
} from "./cost-sheet";
import { type IndexEffect, indexed } from "./index-rule";
import { parseEuros, parsePercent } from "./money-input";
import { distribute } from "./shares";

/** As it was read from a file; rows are numbered as the spreadsheet program does. */
type Table = { columns: readonly string[]; rows: readonly { number: number; cells: readonly string[] }[] };

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
 * is none. Columns may stand in any order, unknown ones are refused. Missing ones of amounts and figures count as empty; any
 * other that is missing leaves what is there, so that a table of before it existed takes nothing away.
 */
export function readSheet(
	table: Table,
	plan: Pick<SheetPlan, "parties" | "rows">,
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
		const report: Report = (column, code, values = {}) => problems.push({ row: number, column, code, values });
		const row = readRow(
			fixedCells(cells, columns, plan, words),
			{ cells, columns, titles: table.columns },
			words,
			report,
		);
		if (row.id !== "") {
			const known = plan.rows.some(({ id, row: kind }) => id === row.id && kind === row.row);
			if (!known) problems.push({ row: number, column: words.columns.id, code: "id-unknown", values: {} });
			else if (seen.has(row.id)) problems.push({ row: number, column: words.columns.id, code: "id-twice", values: {} });
			seen.add(row.id);
		}
		if (problems.length === before) checkWhole(row, plan.parties, words, report);
		rows.push(row);
	}
	const asked = columns.some((column) => column?.kind === "fixed" && promised.some((name) => name === column.name));
	if (!asked) rows.push(...plan.rows.filter((row) => row.row === "commitment" && !seen.has(row.id)));
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

/** The fixed cells of a row; of a row that is known, cells whose column is missing are as in the plan. */
function fixedCells(
	cells: readonly string[],
	columns: readonly (Column | null)[],
	plan: Pick<SheetPlan, "rows">,
	words: SheetWords,
): Record<Fixed, string> {
	const given = new Map(
		columns.flatMap((column, index) => (column?.kind === "fixed" ? [[column.name, cells[index]?.trim() ?? ""]] : [])),
	);
	const known = plan.rows.find(({ id }) => id !== "" && id === given.get("id"));
	const cellFor = (name: Fixed) => given.get(name) ?? (known ? cellOf(known, { kind: "fixed", name }, words) : "");
	return Object.fromEntries(fixedColumns.map((name) => [name, cellFor(name)])) as Record<Fixed, string>;
}

const rates = ["indexPerYear", "indexThreshold", "indexCap"] as const;

function readRow(
	fixed: Record<Fixed, string>,
	read: { cells: readonly string[]; columns: readonly (Column | null)[]; titles: readonly string[] },
	words: SheetWords,
	report: Report,
): SheetRow {
	const pick = <Word extends string>(name: Fixed, known: Record<Word, string>, needed: boolean): Word | "" => {
		const found = wordIn(known, fixed[name]);
		if (found) return found;
		if (needed || fixed[name] !== "") {
			report(words.columns[name], "word-unknown", { known: Object.values(known).join(", ") });
		}
		return "";
	};
	const kindOfRow = pick("row", words.rows, true) || "costs";
	for (const name of fixedColumns) {
		if (fixed[name] !== "" && !columnsOfRow[kindOfRow].includes(name)) report(words.columns[name], "cell-superfluous");
	}
	if (fixed.label === "") report(words.columns.label, "cell-empty");
	const row: SheetRow = { ...emptyRow, id: fixed.id, row: kindOfRow, label: fixed.label, kind: "" };
	if (kindOfRow === "commitment") {
		for (const name of ["from", "until"] as const)
			row[name] = readDay(fixed[name], () => report(words.columns[name], "day-unreadable"));
		for (const name of ["basis", "adjustment"] as const) {
			if (fixed[name] === "") report(words.columns[name], "cell-empty");
			row[name] = fixed[name];
		}
		const yearly = parseEuros(fixed.yearly);
		if (!yearly.done && fixed.yearly !== "")
			report(words.columns.yearly, yearly.refusals[0]?.code ?? "amount-unreadable");
		row.yearly = fixed.yearly;
	} else if (kindOfRow === "cover") {
		row.kind = pick("kind", words.kinds, true);
		row.standing = pick("standing", words.standings, true);
		row.bearer = fixed.bearer;
		if (row.standing === "open" && fixed.bearer === "") report(words.columns.bearer, "bearer-missing");
	} else {
		row.kind = pick("kind", words.classes, true);
		row.key = pick("key", words.keys, true);
		const { equal, inhabitants, usage, "fixed-percent": percent } = words.keys;
		if (row.key === "base-plus") {
			row.variableKey = pick("variableKey", { equal, inhabitants, usage, "fixed-percent": percent }, true);
		} else if (fixed.variableKey !== "") report(words.columns.variableKey, "cell-superfluous");
		row.tax = pick("tax", words.taxes, false) || "unclear";
		row.bearer = fixed.bearer;
		row.source = fixed.source;
		row.asOf =
			fixed.asOf === "" || fixed.asOf === various
				? fixed.asOf
				: readDay(fixed.asOf, () => report(words.columns.asOf, "day-unreadable"));
		Object.assign(row, indexCells(fixed, pick("indexEffect", words.effects, false), words, report));
	}
	readFigures(row, read, report);
	return row;
}

/** A day as `YYYY-MM-DD`, typed so or as "31.12.2030". */
function readDay(typed: string, report: () => void): string {
	const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? [];
	const spelled = year ? `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` : typed;
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(spelled)?.slice(1).map(Number);
	// A day that the calendar does not know (31 February) moves on to another month.
	const exists =
		parts && new Date(Date.UTC(parts[0] ?? 0, (parts[1] ?? 0) - 1, parts[2])).toISOString().startsWith(spelled);
	if (!exists) report();
	return exists ? spelled : "";
}

function indexCells(fixed: Record<Fixed, string>, effect: IndexEffect | "", words: SheetWords, report: Report) {
	const { indexBasis, indexBaseYear, indexPerYear, indexThreshold, indexCap } = fixed;
	const none = {
		indexBasis: "",
		indexBaseYear: "",
		indexPerYear: "",
		indexThreshold: "",
		indexCap: "",
		indexEffect: "",
	};
	if (effect === "" && [indexBasis, indexBaseYear, ...rates.map((name) => fixed[name])].every((cell) => cell === ""))
		return none;
	const year = /^2[01]\d\d$/.test(indexBaseYear);
	if (!year) report(words.columns.indexBaseYear, "year-unreadable");
	if (indexBasis === "") report(words.columns.indexBasis, "cell-empty");
	for (const name of rates) {
		const rate = parsePercent(fixed[name]);
		if (rate.done || (fixed[name] === "" && name !== "indexPerYear")) continue;
		report(words.columns[name], rate.refusals[0]?.code ?? "amount-unreadable");
	}
	return { indexBasis, indexBaseYear, indexPerYear, indexThreshold, indexCap, indexEffect: effect || "review" };
}

/** Amounts per year, and per party the figures of the key. */
function readFigures(row: SheetRow, { cells, columns, titles }: Parameters<typeof readRow>[1], report: Report): void {
	for (const [index, column] of columns.entries()) {
		const text = cells[index] ?? "";
		if (text === "" || !column || column.kind === "fixed") continue;
		const read = figureIn(row, column.kind, text);
		const title = titles[index] ?? "";
		if (read === null) report(title, "cell-superfluous");
		else if (!read.done) report(title, read.refusals[0]?.code ?? "amount-unreadable");
		else if (column.kind === "amount") row.amounts = { ...row.amounts, [column.year]: text };
		else row[column.kind] = { ...row[column.kind], [column.party]: text };
	}
	if (row.row !== "commitment" && Object.keys(row.amounts).length === 0) report(null, "years-missing");
}

/** What a cell says; null where it must be empty. */
function figureIn({ row, key, variableKey }: SheetRow, kind: Exclude<Column["kind"], "fixed">, text: string) {
	if (row === "commitment") return null;
	if (kind === "values") return row === "costs" && key ? parseFigure(key, variableKey || null, text) : null;
	return kind === "amount" || row === "costs" ? parseEuros(text) : null;
}

/** Whether a row as a whole holds: the key of costs shares each amount, a promise has a party and days in their order. */
function checkWhole(row: SheetRow, parties: SheetPlan["parties"], words: SheetWords, report: Report): void {
	const named = (name: string) => parties.find(({ title }) => title.toLowerCase() === name.toLowerCase());
	if (row.row === "commitment") {
		if (!named(row.label))
			report(words.columns.label, "party-unknown", { known: parties.map(({ title }) => title).join(", ") });
		if (row.until < row.from) report(words.columns.until, "period-empty");
		return;
	}
	if (row.row !== "costs" || row.key === "") return;
	const rest = named(row.bearer);
	if (row.bearer !== "" && !rest) {
		report(null, "bearer-unknown");
		return;
	}
	const basis = basisOfRow(
		row,
		parties.map(({ id }) => id),
	);
	const index = indexOfRow(row);
	for (const [year, text] of Object.entries(row.amounts)) {
		const cents = parseEuros(text);
		if (!cents.done) continue;
		const { key, variableKey } = row;
		const planned = indexed(cents.value, index, Number(year)).cents;
		const shares = distribute(planned, { key, variableKey: variableKey || null, basis, restParty: rest?.id ?? null });
		if (shares.done) continue;
		report(null, shares.refusals[0]?.code ?? "invalid", shares.refusals[0]?.values ?? {});
		return;
	}
}
