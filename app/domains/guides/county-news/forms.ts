import { z } from "zod";

const idOrNone = (code: string) =>
	z
		.union([z.literal(""), z.uuid(code)], code)
		.default("")
		.transform((id) => id || null);

export const newsLimits = { titleMost: 120, textLeast: 20, textMost: 6000, daysMost: 366 } as const;

export const newsForm = z.object({
	post: z.uuid("post-missing"),
	title: z.string().trim().min(5, "title-missing").max(newsLimits.titleMost, "title-too-long").default(""),
	text: z
		.string()
		.trim()
		.min(newsLimits.textLeast, "text-missing")
		.max(newsLimits.textMost, "text-too-long")
		.default(""),
	topic: idOrNone("topic-unknown"),
	area: idOrNone("area-unknown"),
	validUntil: z.iso.date("day-wrong"),
	isPublic: z.literal("on").optional(),
});

/** What was done with news at an office day. */
export const raiseForm = z.object({ delivery: z.uuid(), act: z.enum(["raised", "discussed", "take-back"]) });

export const confirmForm = z.object({ delivery: z.uuid() });
