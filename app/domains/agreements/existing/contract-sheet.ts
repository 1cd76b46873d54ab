import { z } from "zod";
import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { type ContractInput, type ContractRefusal, contractKey, readContract, type Typed } from "./contract-input";

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
/** `key` is null while the row cannot be read. */
export type CheckedRow = SheetRow & { problems: Refusal<ContractRefusal | "contract-twice">[]; key: string | null };

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

/** Every row with what is wrong with it, and the contracts when nothing is; of two rows that say the same the second is wrong. */
export function checkRows(
	rows: readonly SheetRow[],
	own: string,
): { rows: CheckedRow[]; contracts: ContractInput[] | null } {
	const first = new Map<string, number>();
	const contracts: ContractInput[] = [];
	const checked = rows.map((row): CheckedRow => {
		const contract = readContract(row.typed, own);
		if (!contract.done) return { ...row, problems: contract.refusals, key: null };
		const key = contractKey(contract.value);
		const before = first.get(key);
		if (before !== undefined) {
			return { ...row, problems: [{ code: "contract-twice", field: "title", values: { row: before } }], key };
		}
		first.set(key, row.row);
		contracts.push(contract.value);
		return { ...row, problems: [], key };
	});
	return { rows: checked, contracts: contracts.length === rows.length ? contracts : null };
}

/** What is shown beside a field that is wrong, because the mistake may be there. */
const besides: Partial<Record<ContractRefusal | "contract-twice", keyof Typed>> = {
	"contract-twice": "fileNumber",
	"period-empty": "startsOn",
	"amounts-party": "parties",
};

/** The fields in which a wrong row is mended, in the order of the table. */
export function fieldsToMend({ problems }: Pick<CheckedRow, "problems">): (keyof Typed)[] {
	return fields.filter((field) =>
		problems.some((problem) => problem.field === field || besides[problem.code] === field),
	);
}

/** The name of a field in which a row is mended on the page, and of the box that leaves the row out. */
export const mendName = (row: number, field: keyof Typed | "leave-out") => `row-${row}-${field}`;

/** The rows with what was mended on the page; without those that are to be left out. */
export function mendRows(rows: readonly SheetRow[], given: (name: string) => string | null): SheetRow[] {
	return rows
		.filter(({ row }) => given(mendName(row, "leave-out")) === null)
		.map(({ row, typed }) => ({ row, typed: typedBy((field) => given(mendName(row, field)) ?? typed[field]) }));
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
