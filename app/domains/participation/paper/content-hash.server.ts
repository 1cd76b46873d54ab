import { createHash } from "node:crypto";
import type { Table } from "~/platform/tables/read-table.server";

/** SHA-256 of what stands in a table: saved anew, renamed or as CSV instead of Excel it is still the same. */
export function contentHash({ columns, rows }: Table): string {
	const hash = createHash("sha256").update(JSON.stringify(columns));
	for (const { cells } of rows) hash.update("\n").update(JSON.stringify(cells));
	return hash.digest("hex");
}
