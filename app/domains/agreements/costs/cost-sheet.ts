import type { CostClass, TaxMode } from "./cost-item";
import { parseFigure, readIndex } from "./cost-item-form";
import type { CoverKind, Standing } from "./coverage";
import type { IndexEffect, IndexRule } from "./index-rule";
import { parseEuros } from "./money-input";
import type { ShareKey, VariableKey } from "./shares";

/**
 * The cost plan as one table: a row per cost item, per source of money and per promise of running costs, years as columns,
 * figures of the key per party. Amounts and figures are text as people write them ("1.234,56"), so that cells can be compared.
 */
export type SheetRow = {
	/** Of the item, of the first line of a source, or of the promise; empty for a new row. */
	id: string;
	row: "costs" | "cover" | "commitment";
	/** A promise has the party that gives it as its name. */
	label: string;
	/** Class of costs, or source of money; nothing for a promise. */
	kind: CostClass | CoverKind | "";
	key: ShareKey | "";
	variableKey: VariableKey | "";
	tax: TaxMode | "";
	standing: Standing | "";
	/** Who steps in, or at whose place the rest stays. */
	bearer: string;
	source: string;
	asOf: string;
	/** Indexing: what is measured, from which year on, rates in percent; all empty without it. */
	indexBasis: string;
	indexBaseYear: string;
	indexPerYear: string;
	indexThreshold: string;
	indexCap: string;
	indexEffect: IndexEffect | "";
	/** A promise: first and last day (`YYYY-MM-DD`), the most in a year, what it rests on, how it follows prices. */
	from: string;
	until: string;
	yearly: string;
	basis: string;
	adjustment: string;
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
	effects: Record<IndexEffect, string>;
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
	"indexBasis",
	"indexBaseYear",
	"indexPerYear",
	"indexThreshold",
	"indexCap",
	"indexEffect",
	"from",
	"until",
	"yearly",
	"basis",
	"adjustment",
] as const;
export type Fixed = (typeof fixedColumns)[number];

/** What only a promise has. */
export const promised = ["from", "until", "yearly", "basis", "adjustment"] as const;
const indexing = ["indexBasis", "indexBaseYear", "indexPerYear", "indexThreshold", "indexCap", "indexEffect"] as const;

/** Which fixed columns say something in which row. */
export const columnsOfRow: Record<SheetRow["row"], readonly Fixed[]> = {
	costs: ["id", "row", "label", "kind", "key", "variableKey", "tax", "bearer", "source", "asOf", ...indexing],
	cover: ["id", "row", "label", "kind", "standing", "bearer"],
	commitment: ["id", "row", "label", ...promised],
};

/** A row in which nothing stands yet. */
export const emptyRow: Omit<SheetRow, "id" | "row" | "label" | "kind"> = {
	key: "",
	variableKey: "",
	tax: "",
	standing: "",
	bearer: "",
	source: "",
	asOf: "",
	indexBasis: "",
	indexBaseYear: "",
	indexPerYear: "",
	indexThreshold: "",
	indexCap: "",
	indexEffect: "",
	from: "",
	until: "",
	yearly: "",
	basis: "",
	adjustment: "",
	amounts: {},
	values: {},
	bases: {},
	caps: {},
};

/** Stands in a cell where the parties have different sources; such a cell changes nothing. */
export const various = "…";

export type Column =
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
			return row.row === "commitment" ? "" : wordOf(row.row === "costs" ? words.classes : words.kinds, row.kind);
		case "key":
			return row.key && words.keys[row.key];
		case "variableKey":
			return row.variableKey && words.keys[row.variableKey];
		case "tax":
			return row.tax && words.taxes[row.tax];
		case "standing":
			return row.standing && words.standings[row.standing];
		case "indexEffect":
			return row.indexEffect && words.effects[row.indexEffect];
		default:
			return row[column.name];
	}
}

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? "";

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

/** The rule of indexing of a row that has been checked; null without one. */
export function indexOfRow(row: SheetRow): IndexRule | null {
	const indexBaseYear = row.indexBaseYear === "" ? null : Number(row.indexBaseYear);
	return readIndex({ ...row, indexBaseYear, indexEffect: row.indexEffect || "review" }).index;
}
