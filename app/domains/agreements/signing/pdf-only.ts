import type { Refusal } from "~/platform/outcome";

/** What forms say that take PDFs alone: the storage's own sentence lists every kind that the house takes. */
export function pdfOnly(refusals: readonly Refusal[]): Refusal[] {
	return refusals.map((refusal) =>
		refusal.code === "file-type-refused" ? { ...refusal, code: "pdf-needed" } : refusal,
	);
}
