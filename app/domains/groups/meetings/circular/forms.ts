import { z } from "zod";
import { day, optionalId } from "../../form-fields";
import { writtenAnswers } from "./written";

export const writtenForm = z.object({
	item: z.uuid("choice-missing"),
	seat: z.uuid("choice-missing"),
	answer: z.enum(writtenAnswers, "choice-missing"),
	reason: z.string().trim().max(2000, "reason-missing").default(""),
});

/** The same from paper, which two people have read. */
export const paperForm = writtenForm.extend({ witness: optionalId });

export const decideForm = z.object({ responsiblePostId: z.uuid("post-missing"), reviewOn: day });
