import { z } from "zod";
import { optionsOf, questionKinds, surveyLimits } from "./survey";

export const prepareForm = z.object({ act: z.literal("prepare", "invalid") });

export const surveyForm = z.object({
	intro: z.string().trim().min(20, "intro-missing").max(surveyLimits.introMost, "text-too-long").default(""),
	closesOn: z.iso.date("day-wrong"),
});

export const questionForm = z.object({
	kind: z.enum(questionKinds, "kind-missing"),
	text: z.string().trim().min(5, "question-missing").max(surveyLimits.textMost, "text-too-long").default(""),
	options: z.string().max(2000, "text-too-long").default("").transform(optionsOf),
});

/** Buttons of a survey: which act, and of which question. */
export const surveyActForm = z.object({
	act: z.enum(["open", "remind", "up", "remove"], "invalid"),
	question: z.union([z.literal(""), z.uuid("invalid")], "invalid").default(""),
});

export const codeForm = z.object({
	code: z.string().trim().min(1, "code-unknown").max(40, "code-unknown").default(""),
});

export const answerField = (place: number): string => `antwort-${place}`;

const answer = z.string().trim().max(surveyLimits.answerMost, "answer-too-long").default("");

/** The answers to so many questions: "antwort-1" and on; `stand` says which earlier answers the form showed. */
export function answersForm(count: number) {
	const shape: Record<string, z.ZodType<string>> = { stand: z.string().max(40, "invalid").default("") };
	for (let place = 1; place <= count; place += 1) shape[answerField(place)] = answer;
	return z.object(shape);
}

const optionalText = (most: number) =>
	z
		.string()
		.trim()
		.max(most, "text-too-long")
		.default("")
		.transform((text) => text || null);

export const reviewForm = z.object({
	heldOn: z.iso.date("day-wrong"),
	posts: z.array(z.uuid("invalid")).default([]),
	others: optionalText(500),
	survey: z
		.union([z.literal(""), z.uuid("invalid")], "invalid")
		.default("")
		.transform((id) => id || null),
	found: z.string().trim().min(10, "found-missing").max(5000, "text-too-long").default(""),
	changes: z.string().trim().min(10, "changes-missing").max(5000, "text-too-long").default(""),
	plan: z
		.union([z.literal(""), z.uuid("invalid")], "invalid")
		.default("")
		.transform((id) => id || null),
	decisionUrl: z
		.union([z.literal(""), z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(500)], "address-wrong")
		.default("")
		.transform((url) => url || null),
});
