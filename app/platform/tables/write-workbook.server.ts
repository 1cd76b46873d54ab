import writeExcel from "write-excel-file/node";

export type WorkbookColumn = {
	title: string;
	/** In characters. */
	width: number;
	/** How numbers look, e.g. `#,##0.00`. */
	format?: string;
};

/**
 * An Excel workbook of one sheet: a bold first row that stays in sight, text wrapped in its cell. Text is written as
 * text, so nothing becomes a formula, whatever it begins with; null leaves a cell empty.
 */
export function workbookOf(
	sheet: string,
	columns: readonly WorkbookColumn[],
	rows: readonly (readonly (string | number | null)[])[],
): Promise<Buffer> {
	const head = columns.map(({ title }) => ({ value: title, type: String, fontWeight: "bold" as const }));
	const body = rows.map((row) =>
		row.map((value, index) =>
			value === null || value === ""
				? null
				: typeof value === "number"
					? { value, type: Number, format: columns[index]?.format }
					: { value, type: String, wrap: true, alignVertical: "top" as const },
		),
	);
	return writeExcel([head, ...body], {
		sheet: sheet.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31),
		columns: columns.map(({ width }) => ({ width })),
		stickyRowsCount: 1,
	}).toBuffer();
}
