import { setImmediate } from "node:timers/promises";
import type { View } from "~/platform/world.server";
import { type ImportField, type ReadRow, type RowCode, readRow, storedMapping } from "../import-table";
import { isPaperChannel } from "../paper";
import { rowKeysFor } from "../row-keys.server";
import { takenRows } from "./taken-rows.server";

/** An error of a table: where it stands, and what stands there. */
export type TableError = { row: number; column: string | null; field: ImportField; code: RowCode; value: string };

/** Errors that are shown; how many there are is counted. */
const errorsShown = 100;
const rowsShown = 5;
/** Rows that are looked at in one go, between which others have their turn. */
const portion = 500;

type Given = { id: string; processId: string; columns: string[]; mapping: unknown; channel: string };

/** A row that is left out, because it was taken in before; `differs` when it has the same number and other words. */
export type LeftOut = { row: number; code: string; number: number | null; importedAt: Date; differs: boolean };

/** How the rows of an import are read. */
export function readerOf({ mapping, channel }: Given, given: { categories: readonly string[]; today: string }) {
	const columns = storedMapping.parse(mapping);
	const way = isPaperChannel(channel) ? channel : ("paper" as const);
	return (cells: readonly string[]) => readRow(cells, columns, { ...given, channel: way });
}

/**
 * Reads all rows of an import and says what is wrong, by row and column. The caller asks the policy.
 * @returns the number of errors, the first hundred of them, the first rows as they would be written, and the rows that would be
 * left out because an earlier import took them in
 */
export async function checkedImport(
	view: Pick<View, "db">,
	table: Given,
	given: { categories: readonly string[]; today: string },
): Promise<{
	errors: number;
	errorRows: number;
	first: TableError[];
	rows: { number: number; row: ReadRow }[];
	/** Rows that were taken in before, and the first hundred of them. */
	taken: number;
	leftOut: LeftOut[];
}> {
	const read = readerOf(table, given);
	const mapping = storedMapping.parse(table.mapping);
	const checked = {
		errors: 0,
		errorRows: 0,
		first: [] as TableError[],
		rows: [] as { number: number; row: ReadRow }[],
		taken: 0,
		leftOut: [] as LeftOut[],
	};
	const keysOf = rowKeysFor(table.processId);
	for (let last = 0; ; ) {
		const rows = await view.db.paperImportRow.findMany({
			where: { importId: table.id, number: { gt: last } },
			orderBy: { number: "asc" },
			take: portion,
		});
		const readRows = rows.map(({ number, cells }) => ({ number, ...read(cells) }));
		const keys = readRows.map(({ row }) => keysOf(row));
		for (const [index, before] of (await takenRows(view, table.processId, keys)).entries()) {
			if (!before) continue;
			checked.taken += 1;
			if (checked.leftOut.length >= errorsShown) continue;
			const { code, number, importedAt, contentKey } = before;
			const differs = contentKey !== keys[index]?.contentKey;
			checked.leftOut.push({ row: rows[index]?.number ?? 0, code, number, importedAt, differs });
		}
		for (const { number, row, problems } of readRows) {
			if (checked.rows.length < rowsShown) checked.rows.push({ number, row });
			checked.errors += problems.length;
			if (problems.length > 0) checked.errorRows += 1;
			for (const problem of problems.slice(0, errorsShown - checked.first.length)) {
				const column = mapping[problem.field];
				checked.first.push({
					row: number,
					column: column === undefined ? null : (table.columns[column] ?? null),
					...problem,
				});
			}
		}
		last = rows.at(-1)?.number ?? last;
		if (rows.length < portion) return checked;
		await setImmediate();
	}
}
