import { z } from "zod";
import { grades, principles, remarkMost } from "./assessment";

const richText = z.string().default("");

export const reportForm = z.object({
	text: richText,
	"text.json": richText,
	publish: z.literal("on").optional(),
});

const grade = z.enum(["", ...grades]).default("");
const remark = z.string().trim().max(remarkMost, "remark-too-long").default("");

/** One grade and one remark for each principle: `grade-early`, `remark-early`. */
export const assessmentForm = z.object(
	Object.fromEntries(
		principles.flatMap((principle): [string, typeof grade | typeof remark][] => [
			[`grade-${principle}`, grade],
			[`remark-${principle}`, remark],
		]),
	),
);
