import { z } from "zod";
import { noticeForms, towardsEnds } from "./notice-period";

const months = z.coerce.number("notice-months").int("notice-months").min(1, "notice-months").max(120, "notice-months");
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date-invalid");

export const noticePeriodForm = z.object({
	months: z.string().trim().min(1, "notice-months").pipe(months),
	towards: z.enum(towardsEnds, "choose-one"),
	firstEnd: z.union([z.literal(""), day], "date-invalid").default(""),
	form: z.enum(noticeForms, "choose-one"),
});
