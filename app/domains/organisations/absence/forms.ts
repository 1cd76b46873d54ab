import { z } from "zod";
import { isDay } from "~/platform/day";

const day = z.string("day-wrong").refine(isDay, "day-wrong");
const dayOrOpen = z.union([z.literal(""), day], "day-wrong").default("");

/** Somebody's own absence. */
export const absenceForm = z.object({
	firstDay: day,
	lastDay: dayOrOpen,
	coverPost: z
		.union([z.literal(""), z.uuid("deputy-missing")], "deputy-missing")
		.default("")
		.transform((id) => id || null),
	reason: z.string().default(""),
});

const pair = /^[0-9a-f-]{36}\.[0-9a-f-]{36}$/;

/** A colleague's: organisation and person as one choice. */
export const reportForForm = absenceForm.extend({
	person: z
		.string("person-missing")
		.regex(pair, "person-missing")
		.transform((both) => {
			const [ownerId = "", personId = ""] = both.split(".");
			return { ownerId, personId };
		}),
});

export const changeAbsenceForm = z.object({
	act: z.enum(["back", "until", "cover"], "invalid"),
	lastDay: dayOrOpen,
	coverPost: z.string().default(""),
});
