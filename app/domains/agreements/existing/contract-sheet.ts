import { z } from "zod";
import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { type ContractInput, type ContractRefusal, readContract, type Typed } from "./contract-input";

/** The columns of the table as they are called in German; the file that comes back is read by these names. */
export const sheetColumns = {
	title: "Vertrag",
	parties: "Partner",
	signedOn: "Unterschrieben am",
	startsOn: "Beginn",
	lastDay: "Letzter Tag",
	noticeMonths: "Kündigungsfrist (Monate)",
	fileNumber: "Aktenzeichen",
	purpose: "Zweck",
	amounts: "Beträge je Jahr",
} as const satisfies Record<keyof Typed, string>;

const fields = Object.keys(sheetColumns) as (keyof Typed)[];

/** Without these there is no contract; the others may be missing altogether. */
const needed: readonly (keyof Typed)[] = ["title", "parties", "startsOn"];

export type SheetRow = { row: number; typed: Typed };
export type CheckedRow = SheetRow & { problems: Refusal<ContractRefusal>[] };

const plain = (name: string) => name.toLocaleLowerCase("de").replaceAll(/\s+/g, " ").trim();

/** A table as it was read: the row as the spreadsheet program counts it. */
type Table = { columns: readonly string[]; rows: readonly { number: number; cells: readonly string[] }[] };

/** The rows of a table by the names of its columns. @returns refused with "column-missing" */
export function rowsOf({ columns, rows }: Table): Outcome<SheetRow[], "column-missing"> {
	const places = new Map(
		fields.map((field) => [field, columns.findIndex((name) => plain(name) === plain(sheetColumns[field]))]),
	);
	const missing = needed.find((field) => (places.get(field) ?? -1) < 0);
	if (missing) return refused("column-missing", { field: "table", values: { column: sheetColumns[missing] } });
	return done(
		rows.map(({ number, cells }) => {
			const cell = (field: keyof Typed) => cells[places.get(field) ?? -1] ?? "";
			return { row: number, typed: typedBy(cell) };
		}),
	);
}

function typedBy(cell: (field: keyof Typed) => string): Typed {
	return {
		title: cell("title"),
		parties: cell("parties"),
		signedOn: cell("signedOn"),
		startsOn: cell("startsOn"),
		lastDay: cell("lastDay"),
		noticeMonths: cell("noticeMonths"),
		fileNumber: cell("fileNumber"),
		purpose: cell("purpose"),
		amounts: cell("amounts"),
	};
}

/** Every row with what is wrong with it, and the contracts when nothing is. */
export function checkRows(
	rows: readonly SheetRow[],
	own: string,
): { rows: CheckedRow[]; contracts: ContractInput[] | null } {
	const read = rows.map((row) => ({ row, contract: readContract(row.typed, own) }));
	const contracts = read.flatMap(({ contract }) => (contract.done ? [contract.value] : []));
	return {
		rows: read.map(({ row, contract }) => ({ ...row, problems: contract.done ? [] : contract.refusals })),
		contracts: contracts.length === rows.length ? contracts : null,
	};
}

const text = z.string().max(20_000);
const sent = z
	.array(
		z.object({
			row: z.number().int(),
			typed: z.object({
				title: text,
				parties: text,
				signedOn: text,
				startsOn: text,
				lastDay: text,
				noticeMonths: text,
				fileNumber: text,
				purpose: text,
				amounts: text,
			}),
		}),
	)
	.max(1000);

/** Rows that came back with the button; null when somebody has changed their shape. */
export function readSentRows(json: string): SheetRow[] | null {
	try {
		const rows = sent.safeParse(JSON.parse(json));
		return rows.success ? rows.data : null;
	} catch {
		return null;
	}
}
