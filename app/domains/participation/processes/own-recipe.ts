import { z } from "zod";
import { switches } from "./phase";
import { levels } from "./process";
import { phasesMost } from "./schedule";

/** What a recipe of one's own holds: everything of a process that a next one of its kind would say again. */
export const ownRecipeSettings = z.object({
	level: z.enum(levels).nullable(),
	moderation: z.enum(["before", "after"]),
	guestsWelcome: z.boolean(),
	categories: z.array(z.string()).max(20),
	/** Simple Markdown, as the form shows it. */
	purpose: z.string(),
	fixedPoints: z.string(),
	openQuestions: z.string(),
	decidedBy: z.string(),
	phases: z
		.array(
			z.object({
				title: z.string(),
				switches: z.array(z.enum(switches)),
				span: z.union([z.literal("after"), z.object({ from: z.number().min(0).max(1), to: z.number().min(0).max(1) })]),
			}),
		)
		.max(phasesMost),
	days: z.object({ open: z.number().int().min(1), answer: z.number().int().min(1) }),
});
export type OwnRecipeSettings = z.infer<typeof ownRecipeSettings>;
