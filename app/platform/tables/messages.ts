import type { Messages } from "~/platform/i18n";

/** What people read when a table is refused; the keys are the codes. */
export const messages = {
	de: {
		"table-kind": "Diese Datei ist keine Tabelle. Möglich sind Excel (xlsx) und CSV.",
		"table-broken":
			"Diese Tabelle lässt sich nicht lesen. Vielleicht ist sie beschädigt oder mit einem Kennwort geschützt. Bitte speichern Sie sie neu als Excel-Datei (xlsx) oder CSV.",
		"table-empty":
			"In dieser Tabelle steht nichts. In die erste Zeile gehören die Namen der Spalten, darunter die Einträge.",
		"table-too-long": "Diese Tabelle hat zu viele Zeilen. Möglich sind {most, number}. Bitte teilen Sie sie auf.",
		"table-too-wide": "Diese Tabelle hat zu viele Spalten. Möglich sind {most, number}.",
	},
	en: {
		"table-kind": "This file is not a table. You can send Excel (xlsx) and CSV.",
		"table-broken":
			"This table cannot be read. It may be damaged or protected by a password. Please save it again as Excel file (xlsx) or CSV.",
		"table-empty":
			"There is nothing in this table. The first row holds the names of the columns, the entries stand below.",
		"table-too-long": "This table has too many rows. The limit is {most, number}. Please split it.",
		"table-too-wide": "This table has too many columns. The limit is {most, number}.",
	},
} as const satisfies Messages;
