import { z } from "zod";
import type { Basis, Level, PartyKind, Sector, Visibility } from "../vocabulary";

/** The columns of the table, out and in; in this order. The second title is read as well. */
export const sheetColumns = {
	key: "Schlüssel",
	kind: "Art",
	name: "Name",
	givenName: "Vorname",
	familyName: "Nachname",
	email: "E-Mail",
	phone: "Telefon",
	sector: "Bereich",
	level: "Ebene",
	type: "Verbindung",
	target: "mit",
	role: "Bezeichnung",
	since: "seit",
	lastDay: "bis",
	purpose: "Zweck",
	basis: "Grundlage",
	source: "Herkunft",
	visibility: "Sichtbar für",
	keepUntil: "Löschen am",
} as const;
export type SheetColumn = keyof typeof sheetColumns;
export const columnNames = Object.keys(sheetColumns) as SheetColumn[];

/** Words of the table for what the house stores as codes; the words of the pages count too. */
export type SheetWords = {
	kinds: Record<PartyKind, string>;
	sectors: Record<Sector, string>;
	levels: Record<Level, string>;
	bases: Record<Basis, string>;
	visibilities: Record<Visibility, string>;
};

/** A row as it was sent, with its number in the spreadsheet program. */
export type SheetRow = { row: number; cells: Record<SheetColumn, string> };
export const mostRows = 1000;

const sentRows = z
	.array(z.tuple([z.number().int().positive(), z.array(z.string().max(2000)).length(columnNames.length)]))
	.min(1)
	.max(mostRows);

/** Rows as the preview sends them back; short, because a form has a limit. */
export function packRows(rows: readonly SheetRow[]): string {
	return JSON.stringify(rows.map(({ row, cells }) => [row, columnNames.map((name) => cells[name])]));
}

/** The same back, or null for what no page of ours sends. */
export function unpackRows(text: string): SheetRow[] | null {
	try {
		const read = sentRows.safeParse(JSON.parse(text));
		if (!read.success) return null;
		return read.data.map(([row, values]) => ({ row, cells: cellsFrom((_, index) => values[index]) }));
	} catch {
		return null;
	}
}

function cellsFrom(cellOf: (name: SheetColumn, index: number) => string | undefined): Record<SheetColumn, string> {
	const entries = columnNames.map((name, index) => [name, cellOf(name, index) ?? ""]);
	return Object.fromEntries(entries) as Record<SheetColumn, string>;
}

/** The rows of an uploaded table by the titles of its columns; `missing` names required columns that are not there. */
export function rowsFrom(table: { columns: string[]; rows: { number: number; cells: string[] }[] }): {
	rows: SheetRow[];
	missing: string[];
} {
	const title = (text: string) => text.trim().toLowerCase();
	const at = new Map(
		columnNames.map((name) => [name, table.columns.findIndex((one) => title(one) === title(sheetColumns[name]))]),
	);
	const required = (["key", "kind"] as const).filter((name) => at.get(name) === -1);
	// An apostrophe keeps spreadsheet programs from taking a text for a formula; our own export writes it.
	const plain = (text: string | undefined) => (text ?? "").replace(/^'(?=[\s]*[=+\-@])/, "").trim();
	return {
		missing: required.map((name) => sheetColumns[name]),
		rows: table.rows.map(({ number, cells }) => ({
			row: number,
			cells: cellsFrom((name) => plain(cells[at.get(name) ?? -1])),
		})),
	};
}
