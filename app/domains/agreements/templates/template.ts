import { z } from "zod";
import { agreementTypes } from "./agreement-type";

/** One clause of a template; `text` is a proposal, its gaps are marked with […]. */
const block = z.strictObject({
	key: z.string().regex(/^[a-z]{2,40}$/),
	heading: z.string().min(1),
	question: z.string(),
	text: z.string(),
	optional: z.boolean(),
});

export type TemplateBlock = z.output<typeof block>;
export const templateBlocks = z.array(block).min(1).max(40);

const optionalBlock = block.omit({ optional: true });
export type OptionalBlock = z.output<typeof optionalBlock>;

/** The file that the house brings along. */
export const templateSeeds = z.strictObject({
	templates: z.array(
		z.strictObject({ key: z.string(), type: z.enum(agreementTypes), name: z.string(), blocks: templateBlocks }),
	),
	optional: z.array(optionalBlock),
});

/** Where a proposal still has to be filled in. */
const gap = "[…]";

/** Whether a text still holds a gap of its template. */
export function hasGap(text: string): boolean {
	return text.includes(gap);
}

/** How an agreement names what it began with: "kooperationsvertrag-2". */
export function nameOfVersion(key: string, number: number): string {
	return `${key}-${number}`;
}
