import { z } from "zod";

export const takeUpForm = z.object({
	kurz: z.string("code-missing").trim().min(4, "code-missing").max(40, "code-missing"),
});
