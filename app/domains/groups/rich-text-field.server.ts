import type { Outcome } from "~/platform/outcome";
import { readRichText } from "~/platform/rich-text/read.server";
import type { RichText } from "~/platform/rich-text/schema";

/** Reads one rich text out of the fields of a form; refusals name its field. */
export function richTextField(fields: Record<string, unknown>, name: string): Outcome<RichText> {
	const form = new FormData();
	for (const key of [name, `${name}.json`]) {
		const value = fields[key];
		if (typeof value === "string") form.set(key, value);
	}
	return readRichText(form, name, { required: true, characters: 10_000 });
}
