import { z } from "zod";
import { isDay } from "~/platform/day";
import { levels } from "./process";

const day = z.string().refine(isDay, "day-missing");
const optionalId = z.union([z.literal("").transform(() => null), z.uuid()]).default(null);
/** Read as rich text from the same form; named here so that what was typed comes back. */
const richText = z.string().default("");

/** The twelve questions of the recipe „Ideensammlung“. */
export const newProcessForm = z.object({
	title: z.string("title-missing").trim().min(1, "title-missing").min(5, "title-too-short").max(120, "title-too-long"),
	purpose: richText,
	"purpose.json": richText,
	fixedPoints: richText,
	"fixedPoints.json": richText,
	openQuestions: richText,
	"openQuestions.json": richText,
	decidedBy: z.string().trim().min(2, "missing-decider").max(200, "decider-too-long"),
	answeredUntil: day,
	responsiblePostId: z.uuid("missing-responsible"),
	deputyPostId: optionalId,
	firstDay: day,
	lastDay: day,
	moderation: z.enum(["before", "after"], "moderation-missing"),
	guestsWelcome: z.literal("on").optional(),
	categories: z.string().max(2000, "categories-too-long").default(""),
});

/** The same questions, and what a recipe had set. */
export const processForm = newProcessForm.extend({
	level: z.enum(levels, "missing-level"),
	costs: z
		.string()
		.trim()
		// Fifteen digits before the comma: what the database holds in cents, and more than anybody has.
		.regex(/^(\d{1,3}(\.\d{3}){0,4}|\d{1,15})?(,\d{1,2})?$/, "costs-unreadable")
		.default(""),
	easyLanguage: z.string().trim().max(5000, "easy-language-too-long").default(""),
	participating: z.array(z.uuid()).default([]),
});

/** The texts of the decision frame; an empty one may be stored, but not published. */
export const frameTextRules = {
	purpose: { characters: 5000 },
	fixedPoints: { characters: 5000 },
	openQuestions: { characters: 5000 },
};

/** One category per line, blanks and repetitions dropped. */
export function categoriesFrom(text: string): string[] {
	return [
		...new Set(
			text
				.split("\n")
				.map((line) => line.trim().slice(0, 60))
				.filter((line) => line !== ""),
		),
	].slice(0, 20);
}

/** "1.234,50" → 123450n; empty → null. */
export function centsFrom(text: string): bigint | null {
	if (text === "") return null;
	const [euros = "0", cents = ""] = text.replaceAll(".", "").split(",");
	return BigInt(euros || "0") * 100n + BigInt(cents.padEnd(2, "0") || "0");
}
