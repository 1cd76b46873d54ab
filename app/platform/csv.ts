/** "-1.234,50": digits behind a sign are a number, which no program takes for a formula. */
const negativeAmount = /^-\d+(?:\.\d{3})*(?:,\d+)?$/;

const cellOf = (value: string | number | null) => {
	if (value === null) return "";
	if (typeof value === "number") return String(value).replace(".", ",");
	const beginsFormula = /^[\s]*[=+\-@\t\r]/.test(value) && !negativeAmount.test(value);
	const safe = beginsFormula ? `'${value}` : value;
	return /[";\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One row of such a table, for files that are written while they are read. */
export function csvLine(row: readonly (string | number | null)[]): string {
	return `${row.map(cellOf).join(";")}\r\n`;
}

/** What a file begins with, so that Excel reads it as UTF-8. */
export const csvMark = "\ufeff";

/**
 * A table as CSV for German spreadsheet programs: semicolons, quotes doubled, lines ended as RFC 4180 says. Cells that a
 * program would take for a formula get an apostrophe; numbers stay numbers.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
	return `${csvMark}${rows.map(csvLine).join("")}`;
}
