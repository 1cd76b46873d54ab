// Reads an uploaded table in a thread of its own: 10,000 rows keep a processor busy for a while, and a page must not wait
// for it. workerData: { bytes, kind: "csv" | "xlsx", germanNumbers: boolean }; answers with { rows: string[][] } or { code }.
import { parentPort, workerData } from "node:worker_threads";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";

const bytes = Buffer.from(workerData.bytes);

try {
	parentPort?.postMessage({ rows: workerData.kind === "xlsx" ? await workbookRows() : csvRows() });
} catch {
	parentPort?.postMessage({ code: "table-broken" });
}

async function workbookRows() {
	// numbers stay the characters they are: a house number or a postcode must not become 56727.0
	const parseNumber = workerData.germanNumbers ? germanNumber : (digits) => digits;
	const rows = await readSheet(bytes, { parseNumber, trim: false });
	return rows.map((row) => row.map(textOfCell));
}

/** As it is typed in Germany, without the noise of binary fractions: 1234.5599999999999 becomes 1234,56. */
function germanNumber(digits) {
	return String(Number(digits)).replace(".", ",");
}

function textOfCell(value) {
	if (value === null || value === undefined) return "";
	if (value instanceof Date) {
		const text = value.toISOString();
		return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
	}
	if (typeof value === "boolean") return value ? "ja" : "nein";
	return String(value);
}

function csvRows() {
	const text = decoded();
	return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false });
}

/** UTF-8 when it is, otherwise what German spreadsheet programs write: Windows-1252. */
function decoded() {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return new TextDecoder("windows-1252").decode(bytes);
	}
}

/** The one of ; , and tab that stands most often outside quotes in the first row. */
function delimiterOf(text) {
	const counts = new Map([
		[";", 0],
		[",", 0],
		["\t", 0],
	]);
	let quoted = false;
	for (const sign of text.slice(0, 20_000)) {
		if (sign === '"') quoted = !quoted;
		else if (!quoted && (sign === "\n" || sign === "\r")) break;
		else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
	}
	return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
