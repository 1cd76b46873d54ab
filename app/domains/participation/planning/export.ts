/**
 * A table of two columns as CSV for German spreadsheets: semicolons, quotes, byte order mark (RFC 4180 otherwise).
 * What would begin a formula gets an apostrophe, since people of whom nothing is known wrote these words.
 */
export function csvOf(rows: readonly (readonly [readonly string[], readonly string[]])[]): string {
	const cell = (lines: readonly string[]) => {
		const text = lines.join("\n");
		return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
	};
	return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}
