import path from "node:path";
import { Worker } from "node:worker_threads";
import { done, type Outcome, refused } from "~/platform/outcome";
import { isHarmlessArchive } from "~/platform/storage/archive.server";
import { kindOf } from "~/platform/storage/kind.server";

/** The house runs in its own folder, in the sources as well as when it is built. */
const reader = path.resolve("app/platform/tables/read-table.mjs");

export const tableLimits = { rows: 20_000, columns: 100, seconds: 30 } as const;

export type TableCode = "table-kind" | "table-broken" | "table-empty" | "table-too-long" | "table-too-wide";

/** `number` is the row as the spreadsheet program shows it; every row has as many cells as there are columns. */
export type TableRow = { number: number; cells: string[] };
export type Table = { columns: string[]; rows: TableRow[] };

/**
 * The table in an uploaded file: CSV (UTF-8, UTF-16 or Windows-1252; semicolon, comma or tab) or the first sheet of an
 * Excel workbook. The first row that is not empty names the columns; cells come as trimmed text, days as 2026-11-22,
 * numbers as they stand; empty rows are left out. Formulas come as their last result.
 * Refusals: `table-kind`, `table-broken` (also: harmful or too slow to read), `table-empty`, `table-too-long` and
 * `table-too-wide` (with `most`).
 * @param germanNumbers numbers of a workbook come as people type them here ("1234,56"), so that a cell that is a number and
 * one that is text read alike; a CSV is text anyway
 */
export async function readTable(
	bytes: Buffer,
	name: string,
	{ germanNumbers = false } = {},
): Promise<Outcome<Table, TableCode>> {
	const kind = await kindOfTable(bytes, name);
	if (!kind) return refused("table-kind");
	if (kind === "xlsx" && !(await isHarmlessArchive(bytes))) return refused("table-broken");
	const read = await readInThread(bytes, kind, germanNumbers);
	if (!read) return refused("table-broken");
	const filled = read
		.map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.trim()) }))
		.filter(({ cells }) => cells.some((cell) => cell !== ""));
	const [head, ...rows] = filled;
	if (!head || rows.length === 0) return refused("table-empty");
	if (rows.length > tableLimits.rows) return refused("table-too-long", { values: { most: tableLimits.rows } });
	const width = filled.reduce((most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== "") + 1), 0);
	if (width > tableLimits.columns) return refused("table-too-wide", { values: { most: tableLimits.columns } });
	const fitted = (cells: string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? "");
	return done({
		columns: fitted(head.cells),
		rows: rows.map(({ number, cells }) => ({ number, cells: fitted(cells) })),
	});
}

async function kindOfTable(bytes: Buffer, name: string): Promise<"csv" | "xlsx" | null> {
	const kind = await kindOf(bytes, name);
	return kind?.extension === "csv" || kind?.extension === "xlsx" ? kind.extension : null;
}

function readInThread(bytes: Buffer, kind: "csv" | "xlsx", germanNumbers: boolean): Promise<string[][] | null> {
	return new Promise((resolve) => {
		const worker = new Worker(reader, {
			workerData: { bytes, kind, germanNumbers },
			env: {},
			resourceLimits: { maxOldGenerationSizeMb: 512 },
		});
		const end = (rows: string[][] | null) => {
			clearTimeout(limit);
			resolve(rows);
			void worker.terminate();
		};
		const limit = setTimeout(() => end(null), tableLimits.seconds * 1000);
		worker.once("message", (answer: { rows?: string[][] }) => end(answer.rows ?? null));
		worker.once("error", () => end(null));
		worker.once("exit", () => end(null));
	});
}
