import { z } from "zod";

/** The form sends a file and nothing else that counts: who signs, when and what is known to the house. */
export const qualifiedForm = z.object({});

export const checkQualifiedForm = z.object({
	signatureId: z.uuid(),
	listedAs: z.string().trim().max(500).default(""),
	listedOn: z
		.union([z.literal(""), z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date-invalid")], "date-invalid")
		.default(""),
	reason: z.string().trim().max(5000).default(""),
	verdict: z.enum(["accept", "reject"]),
});
