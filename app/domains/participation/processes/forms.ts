import { z } from "zod";
import { isDay } from "~/platform/day";
import { checkPoints, checkStates } from "./check";
import { guidelineKinds } from "./guidelines";
import { switches } from "./phase";
import { levels } from "./process";

const day = z.string().refine(isDay, "day-missing");
const optionalId = z.union([z.literal("").transform(() => null), z.uuid()]).default(null);
/** Read as rich text from the same form; named here so that what was typed comes back. */
const richText = z.string().default("");

const title = z
	.string("title-missing")
	.trim()
	.min(1, "title-missing")
	.min(5, "title-too-short")
	.max(120, "title-too-long");

/** What every process says about itself. */
const frame = z.object({
	title,
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
	categories: z.string().max(2000, "categories-too-long").default(""),
});

/** The questions of „Neues Verfahren“: eleven at most, the rest is preset by the recipe. */
export const newProcessForm = frame.extend({ firstDay: day, lastDay: day });

/** The frame again, and what the recipe had set; phases have a page of their own. */
export const processForm = frame.extend({
	moderation: z.enum(["before", "after"], "moderation-missing"),
	guestsWelcome: z.literal("on").optional(),
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

/** A phase with its days and switches. */
export const phaseForm = z.object({
	title: z.string().trim().min(3, "title-too-short").max(120, "title-too-long"),
	firstDay: day,
	lastDay: day,
	switches: z.array(z.enum(switches)).default([]),
});

/** What was asked for is bound to what was read. */
export const releaseForm = z.object({
	revision: z.coerce.number().int().min(1),
	byMayor: z.literal("on").optional(),
});

const checkEntry = z.enum(["", ...checkStates]).default("");
const proof = z.string().trim().max(1000, "proof-too-long").default("");

/** One state and one proof for each point of the Beteiligungs-Check: `state-early`, `proof-early`. */
export const checkForm = z.object(
	Object.fromEntries(
		checkPoints.flatMap((point): [string, typeof checkEntry | typeof proof][] => [
			[`state-${point}`, checkEntry],
			[`proof-${point}`, proof],
		]),
	),
);

export const helpForm = z.object({
	helperId: z.uuid("helper-unknown"),
	request: z.string().trim().min(3, "request-missing").max(1000, "request-too-long"),
});

export const hoursForm = z.object({
	day,
	minutes: z.coerce.number("minutes-wrong").int("minutes-wrong").min(1, "minutes-wrong").max(1440, "minutes-wrong"),
	what: z.string().trim().min(3, "what-missing").max(300, "request-too-long"),
});

export const copyForm = z.object({ title });

export const ownRecipeForm = z.object({
	name: z.string().trim().min(3, "title-too-short").max(120, "title-too-long"),
});

/** Which of a list is meant. */
export const chosenForm = z.object({ id: z.uuid() });

const optionalDay = z.union([z.literal("").transform(() => null), day]).default(null);
const orNull = (text: string) => (text === "" ? null : text);

export const guidelinesForm = z.object({
	kind: z.enum(guidelineKinds, "invalid"),
	text: richText,
	"text.json": richText,
	resolution: z.string().trim().max(200, "resolution-too-long").default("").transform(orNull),
	address: z
		.string()
		.trim()
		.max(500, "address-wrong")
		.refine((text) => text === "" || (/^https:\/\//i.test(text) && URL.canParse(text)), "address-wrong")
		.default("")
		.transform(orNull),
	validFrom: day,
	reviewOn: optionalDay,
	checkDemanded: z.literal("on").optional(),
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
