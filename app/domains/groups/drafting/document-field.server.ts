import type { Outcome } from "~/platform/outcome";
import { type ReadRichTextCode, readRichText } from "~/platform/rich-text/read.server";
import type { RichText } from "~/platform/rich-text/schema";

/** The text of a draft out of a form: the editor's, or the Markdown of the plain field. It may be empty. */
export function documentField(fields: Record<string, unknown>): Outcome<RichText, ReadRichTextCode> {
	const form = new FormData();
	for (const key of ["body", "body.json"]) {
		const value = fields[key];
		if (typeof value === "string") form.set(key, value);
	}
	return readRichText(form, "body");
}
