import { z } from "zod";

export const tableForm = z.object({
	topic: z.string("topic-missing").trim().min(3, "topic-missing").max(120, "topic-missing"),
	host: z.string().trim().max(120, "name-missing").default(""),
});

/** What is done at a table; `about` is the note. */
export const noteForm = z.object({
	act: z.enum(["add", "change", "dot", "result", "no-result", "remove", "paper"]).default("add"),
	about: z.union([z.literal(""), z.uuid()]).default(""),
	text: z.string().trim().max(1000, "note-missing").default(""),
	seen: z.string().max(1000).default(""),
	paperDots: z
		.string()
		.trim()
		.regex(/^\d{0,3}$/, "invalid")
		.default(""),
});

export const photoForm = z.object({
	description: z.string("description-missing").trim().min(5, "description-missing").max(500, "description-missing"),
});
