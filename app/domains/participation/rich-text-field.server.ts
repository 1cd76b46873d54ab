import type { Outcome, Refusal } from "~/platform/outcome";
import { readRichText } from "~/platform/rich-text/read.server";
import type { RichText } from "~/platform/rich-text/schema";

/** Reads rich texts out of the fields of a form; all refusals together, each naming its field. */
export function readRichTexts<Name extends string>(
	fields: Record<string, unknown>,
	rules: Record<Name, { required?: boolean; characters?: number }>,
): Outcome<Record<Name, RichText>> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) if (typeof value === "string") form.set(name, value);
	const texts: Partial<Record<Name, RichText>> = {};
	const refusals: Refusal[] = [];
	for (const name of Object.keys(rules) as Name[]) {
		const read = readRichText(form, name, rules[name]);
		if (read.done) texts[name] = read.value;
		else refusals.push(...read.refusals);
	}
	// every name was read, or there is a refusal
	return refusals.length > 0 ? { done: false, refusals } : { done: true, value: texts as Record<Name, RichText> };
}
