import { z } from "zod";

/** Fields that forms of several parts have. */
export const day = z.iso.date("day-missing");
export const dayOrOpen = z.union([z.literal(""), day], "day-missing").default("");
export const moment = z.string("moment-missing").regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "moment-missing");
export const tick = z.literal("on").optional();
export const optionalId = z.union([z.literal(""), z.uuid("choice-missing")], "choice-missing").default("");
/** Read as rich text from the same form; named here so that what was typed comes back. */
export const richText = z.string().default("");

/** Keywords with commas: at most ten, each short; the same word once. */
export const keywords = z
	.string()
	.default("")
	.transform((text) => [...new Set(text.split(",").map((word) => word.trim().replace(/\s+/g, " ")))].filter(Boolean))
	.refine((words) => words.length <= 10 && words.every((word) => word.length <= 60), "words-wrong");
