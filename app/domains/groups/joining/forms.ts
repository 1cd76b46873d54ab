import { z } from "zod";

export const joinForm = z.object({
	act: z.enum(["mail", "code"], "choice-missing"),
	seat: z.union([z.literal(""), z.uuid()]).default(""),
	code: z.string().trim().max(40, "code-wrong").default(""),
});
