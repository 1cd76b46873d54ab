import { createHmac } from "node:crypto";

/** A code is short, so its hash is bound to its row: equal codes have different hashes. */
export function codeHash(rowId: string, code: string): string {
	return createHmac("sha256", rowId).update(code.replace(/\s/g, "")).digest("hex");
}
