import { csvOf } from "~/platform/csv";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import { euroField } from "./money-input";

type Cell = string | number | bigint;

/**
 * A table with amounts as a file to take away: a workbook where the address ends in ".xlsx", otherwise CSV. Text stays
 * text, there is no formula.
 * @param rows cells; a bigint is an amount in cents
 */
export async function euroTable(
	request: Request,
	{
		name,
		sheet,
		columns,
		rows,
	}: { name: string; sheet: string; columns: { title: string; width: number }[]; rows: Cell[][] },
): Promise<Response> {
	const headers = (type: string, ending: string) => ({
		"Content-Type": type,
		"Content-Disposition": `attachment; filename="${name}.${ending}"`,
		"Cache-Control": "no-store",
	});
	const written = (amount: (cents: bigint) => string | number) =>
		rows.map((cells) => cells.map((cell) => (typeof cell === "bigint" ? amount(cell) : cell)));
	if (!new URL(request.url).pathname.endsWith(".xlsx")) {
		const lines = [columns.map(({ title }) => title), ...written(euroField)];
		return new Response(csvOf(lines), { headers: headers("text/csv; charset=utf-8", "csv") });
	}
	const described = columns.map((column, index) => ({
		...column,
		...(rows.some((cells) => typeof cells[index] === "bigint") ? { format: "#,##0.00" } : {}),
	}));
	const bytes = await workbookOf(
		sheet,
		described,
		written((cents) => Number(cents) / 100),
	);
	return new Response(new Uint8Array(bytes), {
		headers: headers("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
	});
}
