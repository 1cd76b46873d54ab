import { z } from "zod";
import { limits, moderationRules } from "./contribution";

const optionalText = (most: number, code: string) =>
	z
		.string()
		.trim()
		.max(most, code)
		.transform((text) => text || null)
		.default(null);

/** Title, text and what belongs to them; lengths of title and text are the rule's (contribution.ts). */
const words = {
	title: z.string().trim().default(""),
	text: z.string().default(""),
	"text.json": z.string().default(""),
	category: optionalText(60, "category-unknown"),
	place: optionalText(limits.placeMost, "place-too-long"),
	name: optionalText(limits.nameMost, "name-too-long"),
};

/** A new contribution. `entwurf` is the address that the page made for its draft, `seit` when the page was opened. */
export const contributeForm = z.object({
	...words,
	shownAs: z.enum(["self", "nobody"]).default("self"),
	pictureText: z.string().trim().max(300, "picture-text-too-long").default(""),
	entwurf: z.string().regex(/^[\w-]{43}$/),
	seit: z.coerce.number().int().default(0),
	/** A field that people do not see; programs fill it in. */
	webseite: z.string().default(""),
});

export const changeForm = z.object(words);
export const emailForm = z.object({ email: z.email("email-unreadable").max(200, "email-unreadable") });
export const codeForm = z.object({ code: z.string().regex(/^\s*(\d\s*){6}$/, "code-shape") });
export const shownAsForm = z.object({ shownAs: z.enum(["self", "nobody"]).default("self") });
export const supportForm = z.object({ supported: z.enum(["yes", "no"]) });

const reason = z.string().trim().min(10, "reason-missing").max(2000, "reason-too-long");
export const hideForm = z.object({ rule: z.enum(moderationRules, "rule-missing"), reason });
export const reviewForm = z.object({ text: reason });
export const decisionForm = z.object({ outcome: z.enum(["upheld", "reversed"], "outcome-missing"), reason });

/** People need longer than this to write; programs do not. */
export const leastSeconds = 2;
