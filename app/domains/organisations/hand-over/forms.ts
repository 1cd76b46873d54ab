import { z } from "zod";
import { isDay } from "~/platform/day";

const dayOrOpen = z.union([z.literal(""), z.string().refine(isDay, "day-wrong")], "day-wrong").default("");

/** The acts of a hand-over's page; which fields count is said by `act`. */
export const handOverForm = z.object({
	act: z.enum(["accept", "accept-all", "refuse", "settle", "add", "prepare"], "invalid"),
	item: z.union([z.literal(""), z.uuid("invalid")], "invalid").default(""),
	reason: z.string().default(""),
	post: z
		.union([z.literal(""), z.uuid("post-elsewhere")], "post-elsewhere")
		.default("")
		.transform((id) => id || null),
	kind: z.enum(["CONTACT", "PROMISE"], "invalid").default("CONTACT"),
	text: z.string().default(""),
	dueOn: dayOrOpen,
	meetingOn: dayOrOpen,
});
