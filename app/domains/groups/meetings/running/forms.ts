import { z } from "zod";

const time = z.union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)], "moment-outside").default("");

/**
 * One tap at a running meeting: `act` says what it was, with the ids of whom it is about, separated by colons
 * (`arrive:seat`, `arrive:seat:substitute`, `leave:seat`, `remove:span`, `call:item` …).
 */
export const tapForm = z.object({
	act: z.string().max(120).default(""),
	/** When it was, if not just now. */
	um: time,
	name: z.string().trim().max(120, "name-missing").default(""),
	reporting: z.literal("on").optional(),
	membershipId: z.string().max(40).default(""),
});
