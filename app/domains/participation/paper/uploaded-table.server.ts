import { readOnce, readUploadForm } from "~/domains/files/index.server";
import { type Outcome, refused } from "~/platform/outcome";
import type { UploadLimits } from "~/platform/storage/receive.server";
import { readTable, type Table } from "~/platform/tables/read-table.server";
import { tableForm } from "./forms";

const limits: UploadLimits = { files: 1, fileBytes: 10_000_000, totalBytes: 11_000_000, kinds: ["office", "text"] };

/**
 * The table that a form sends in its field "table". Its file is not kept: names and addresses stand in it.
 * Refusals: those of uploads (`~/platform/storage/messages`), of tables (`~/platform/tables/messages`), `table-missing`
 */
export async function uploadedTable(request: Request): Promise<Outcome<{ fileName: string; table: Table }>> {
	const form = await readUploadForm(request, tableForm, limits);
	if (!form.valid) return { done: false, refusals: form.refusals };
	const [file] = form.files;
	if (!file) return refused("table-missing", { field: "table" });
	const read = await readTable(await readOnce(file), file.name);
	if (!read.done) return { done: false, refusals: read.refusals.map((refusal) => ({ ...refusal, field: "table" })) };
	return { done: true, value: { fileName: file.name, table: read.value } };
}
