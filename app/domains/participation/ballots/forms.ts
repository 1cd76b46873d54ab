import { z } from "zod";
import { electorates } from "./ballot";

/** What every vote is set up with, whatever is voted on. */
export const boxFields = {
	title: z.string().trim().min(3, "title-missing").max(120, "title-too-long"),
	electorate: z.enum(electorates, "electorate-missing"),
	paperDays: z.coerce
		.number("days-unreadable")
		.int("days-unreadable")
		.min(0, "days-unreadable")
		.max(60, "days-unreadable")
		.default(0),
};

/** A positive whole number, or nothing. */
export const optionalCount = (most: number) =>
	z
		.union([z.literal("").transform(() => null), z.coerce.number("number-unreadable").int().min(1).max(most)], {
			error: "number-unreadable",
		})
		.default(null);

export const codesForm = z.object({ codes: z.string().max(1_900_000, "too-many").default("") });
export const freezeForm = z.object({ understood: z.literal("on", "understood-missing") });
export const identifyForm = z.object({
	email: z.string().trim().max(200, "email-unreadable").default(""),
	letter: z.string().trim().max(80, "letter-unknown").default(""),
	bescheid: z.literal("on").optional(),
});
export const codeForm = z.object({ code: z.string().regex(/^\s*(\d\s*){6}$/, "code-shape") });
export const noteForm = z.object({ note: z.string().trim().max(5000, "note-too-long").default("") });

/** What the confirmation page showed, written as `written` does. */
export const castForm = z.object({ stimmen: z.string().max(5000).default("") });

/** A paper ballot is typed in beside the fields of the ballot itself; or one of two entries is found right. */
export const paperForm = z.object({
	letter: z.string().trim().max(80, "letter-unknown").default(""),
	zettel: z.uuid().optional(),
	richtig: z.enum(["first", "second", "neither"]).optional(),
});
