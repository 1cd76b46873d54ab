import { readOnce, readUploadForm } from "~/domains/files/index.server";
import { type Outcome, type Refusal, refused } from "~/platform/outcome";
import type { UploadLimits } from "~/platform/storage/receive.server";
import { readTable } from "~/platform/tables/read-table.server";
import { type Address, addressLimits, readAddresses } from "./address-table";
import { tableForm } from "./forms";

const limits: UploadLimits = { files: 1, fileBytes: 5_000_000, totalBytes: 6_000_000, kinds: ["office", "text"] };

/** Errors that are named; how many more there are is counted. */
const named = 50;

/**
 * The addresses that a form sends as a table in its field "table". The file is not kept. Refusals: those of uploads and
 * tables, `table-missing`, and every mistake of the table with its row, the first fifty of them.
 */
export async function uploadedAddresses(request: Request): Promise<Outcome<Address[]>> {
	const form = await readUploadForm(request, tableForm, limits);
	if (!form.valid) return { done: false, refusals: form.refusals };
	const [file] = form.files;
	if (!file) return refused("table-missing", { field: "table" });
	const table = await readTable(await readOnce(file), file.name);
	if (!table.done) return { done: false, refusals: table.refusals.map((refusal) => ({ ...refusal, field: "table" })) };
	const { addresses, problems } = readAddresses(table.value);
	if (problems.length === 0) return { done: true, value: addresses };
	const refusals: Refusal[] = problems.slice(0, named).map(({ code, row, value }) => ({
		code,
		field: "table",
		values: { value, most: addressLimits.letters, ...(row === null ? {} : { row }) },
	}));
	const more = problems.length - refusals.length;
	if (more > 0) refusals.push({ code: "more-mistakes", field: "table", values: { count: more } });
	return { done: false, refusals };
}
