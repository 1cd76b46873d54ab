/**
 * A table as CSV for German spreadsheet programs: semicolons, quotes doubled, lines ended as RFC 4180 says. Cells that a
 * program would take for a formula get an apostrophe; numbers stay numbers.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
	const cell = (value: string | number | null) => {
		if (value === null) return "";
		if (typeof value === "number") return String(value).replace(".", ",");
		const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
		return /[";\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
	};
	return `\ufeff${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
}
