import { z } from "zod";
import { numberFrom } from "./answering";
import { electorates, questionKinds } from "./question";

const words = z.string().trim().default("");
const optionalWords = words.transform((text) => text || null);
const tick = z
	.string()
	.optional()
	.transform((value) => value === "on");
const bound = words.transform((text, context) => {
	if (text === "") return null;
	const number = numberFrom(text);
	if (number === null) context.addIssue({ code: "custom", message: "bounds-wrong" });
	return number;
});

export const describeForm = z.object({ title: words, intro: words });

export const questionForm = z.object({
	kind: z.enum(questionKinds),
	title: words,
	hint: optionalWords,
	required: tick,
	newPage: tick,
	options: words,
	rows: words,
	other: tick,
	min: bound,
	max: bound,
	low: optionalWords,
	high: optionalWords,
	/** `<question>.<choice>`, or nothing. */
	condition: words.transform((text) => {
		const [question, option] = text.split(".");
		return question && option ? { question, option } : null;
	}),
	note: words,
});

export const orderForm = z.object({ act: z.enum(["up", "down", "remove"]), key: z.string() });
export const textForm = z.object({ answer: z.uuid(), key: z.string(), act: z.enum(["show", "hide"]) });
export const noteForm = z.object({ note: words });
export const handInSurveyForm = z.object({ email: words, ergebnis: tick, letterCode: words });
export const electorateForm = z.object({ act: z.literal("electorate"), electorate: z.enum(electorates) });
export const lettersForm = z.object({ codes: z.string().default("") });
export const codeForm = z.object({ code: words });
