import { z } from "zod";
import { noticeForms, towardsEnds } from "./notice-period";

const months = z
	.string()
	.trim()
	.regex(/^\d{1,3}$/, "notice-months")
	.transform(Number)
	.refine((count) => count >= 1 && count <= 120, "notice-months");
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date-invalid");

export const noticePeriodForm = z.object({
	months,
	towards: z.enum(towardsEnds, "choose-one"),
	firstEnd: z.union([z.literal(""), day], "date-invalid").default(""),
	form: z.enum(noticeForms, "choose-one"),
});
