import { z } from "zod";

const optional = (most: number, code: string) =>
	z
		.string()
		.trim()
		.max(most, code)
		.transform((text) => text || null)
		.default(null);

export const carryForm = z.object({
	title: z.string().trim().default(""),
	text: z.string().trim().max(20_000, "text-too-long").default(""),
	category: optional(60, "category-unknown"),
	place: optional(200, "place-too-long"),
	agreed: z.literal("on").optional(),
	nameIsPublic: z.literal("on").optional(),
});
