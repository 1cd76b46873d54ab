import { done, type Outcome, refused } from "~/platform/outcome";
import { readTable, type TableCode } from "~/platform/tables/read-table.server";
import { type FileContent, readJson } from "../read-json";
import { type ContributionKind, contributionFrom, contributionKinds, fieldName } from "../record";

export type FileCode = TableCode | "file-unknown" | "kind-missing" | "columns-missing";

/** The things in a file as it was sent: JSON by its first character, otherwise a table. */
export async function contentOf(file: {
	name: string;
	kind: string | null;
	bytes: Uint8Array;
}): Promise<Outcome<FileContent, FileCode>> {
	const bytes = Buffer.from(file.bytes);
	const kind = contributionKinds.find((one) => one === file.kind) ?? null;
	if (/^(\ufeff)?\s*[[{]/.test(bytes.subarray(0, 200).toString("utf8"))) {
		const content = readJson(bytes.toString("utf8"), kind);
		if (content) return done(content);
		return refused(kind ? "file-unknown" : "kind-missing");
	}
	const table = await readTable(bytes, file.name);
	if (!table.done) return table;
	if (!kind) return refused("kind-missing", { field: "kind" });
	return tableContent(table.value, kind);
}

function tableContent(
	{ columns, rows }: { columns: string[]; rows: { number: number; cells: string[] }[] },
	kind: ContributionKind,
): Outcome<FileContent, "columns-missing"> {
	const fields = columns.map(fieldName);
	if (!fields.includes("id") || !fields.includes("title") || !fields.includes("created_at")) {
		return refused("columns-missing", { field: "file" });
	}
	const contributions = rows.map(({ number, cells }) => {
		// of two columns with the same meaning the first that says something counts
		const record: Record<string, string> = {};
		for (const [index, field] of fields.entries()) record[field] = record[field] || (cells[index] ?? "");
		return contributionFrom(record, number, kind);
	});
	return done({ frames: [], contributions, comments: [] });
}
