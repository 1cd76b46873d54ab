import type { Outcome, Refusal } from "~/platform/outcome";
import { checkRichText, type RichTextCode, tooLarge } from "./check.server";
import { richTextFromMarkdown } from "./markdown";
import { plainText } from "./render.server";
import { isEmptyRichText, type RichText, richTextLimits } from "./schema";

export type ReadRichTextCode = RichTextCode | "text-missing" | "text-too-long";

/**
 * Reads one rich text from a form: the editor's JSON in `<name>.json` when it is there and valid, else the Markdown of
 * the textarea `<name>`. Every refusal names the field, so the form can show it beside the textarea.
 * @param rules.required refuse an empty text; @param rules.characters the most characters people may write
 */
export function readRichText(
	form: FormData,
	name: string,
	rules: { required?: boolean; characters?: number } = {},
): Outcome<RichText, ReadRichTextCode> {
	const refuse = (refusals: Refusal<ReadRichTextCode>[]): Outcome<RichText, ReadRichTextCode> => ({
		done: false,
		refusals: refusals.map((refusal) => ({ ...refusal, field: name })),
	});
	const markdown = form.get(name);
	const edited = fromEditor(form.get(`${name}.json`));
	const plainIsThere = typeof markdown === "string" && /\S/.test(markdown);
	const checked = edited && (edited.done || !plainIsThere) ? edited : fromTextarea(markdown);
	if (!checked.done) return refuse(checked.refusals);
	if (rules.required && isEmptyRichText(checked.value)) return refuse([{ code: "text-missing" }]);
	const characters = plainText(checked.value).length;
	if (rules.characters !== undefined && characters > rules.characters)
		return refuse([{ code: "text-too-long", values: { most: rules.characters, now: characters } }]);
	return checked;
}

function fromEditor(json: FormDataEntryValue | null): Outcome<RichText, RichTextCode> | null {
	if (typeof json !== "string" || json === "") return null;
	// Longer than any valid text can be written, every character escaped: not worth parsing.
	if (json.length > 6 * richTextLimits.bytes) return tooLarge();
	try {
		return checkRichText(JSON.parse(json));
	} catch (error) {
		if (error instanceof SyntaxError) return { done: false, refusals: [{ code: "text-unknown-part" }] };
		throw error;
	}
}

function fromTextarea(markdown: FormDataEntryValue | null): Outcome<RichText, RichTextCode> {
	const text = typeof markdown === "string" ? markdown : "";
	return text.length > richTextLimits.bytes ? tooLarge() : checkRichText(richTextFromMarkdown(text));
}
