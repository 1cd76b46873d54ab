import { z } from "zod";
import { channels, closings, kinds, limits, origins, states, steps } from "./concerns/concern";

const idOrNone = (code: string) =>
	z
		.union([z.literal(""), z.uuid(code)], code)
		.default("")
		.transform((id) => id || null);
const optionalText = z
	.string()
	.trim()
	.default("")
	.transform((text) => text || null);
const day = z.iso.date("day-wrong");
const dayOrOpen = z.union([z.literal(""), day], "day-wrong").default("");

/** A concern by the public form. `schluessel` is the address that the page made for its status, `seit` when it was opened. */
export const concernForm = z.object({
	kind: z.enum(kinds, "kind-missing"),
	text: z.string().default(""),
	topic: idOrNone("topic-unknown"),
	name: optionalText,
	email: optionalText,
	mayBePublic: z.literal("on").optional(),
	schluessel: z.string().regex(/^[\w-]{43}$/),
	seit: z.coerce.number().int().default(0),
	/** A field that people do not see; programs fill it in. */
	webseite: z.string().default(""),
});

/** A concern that a guide heard. */
export const captureForm = concernForm.omit({ seit: true, webseite: true }).extend({
	origin: z.enum(origins, "invalid"),
	municipality: idOrNone("invalid"),
	/** The office day at which it was heard: code of its series, and the day. */
	sprechtag: z.string().max(20).default(""),
	tag: z.union([z.literal(""), day]).default(""),
});

/** People need longer than this to write; programs do not. */
export const leastSeconds = 2;

export const objectionForm = z.object({ text: z.string().default("") });

export const planForm = z.object({
	name: z.string("name-missing").trim().min(1, "name-missing").max(120, "name-missing"),
	axis: z.enum(["AREA", "TOPIC"], "axis-missing"),
	reason: z.string("reason-missing").trim().min(10, "reason-missing").max(1000, "reason-missing"),
	firstDay: day,
	lastDay: dayOrOpen,
	fallbackPost: idOrNone("post-elsewhere"),
});

export const ruleForm = z.object({
	area: idOrNone("area-unknown"),
	topic: idOrNone("topic-unknown"),
	post: z.uuid("post-missing"),
});

export const clarifyForm = z.object({
	municipality: idOrNone("municipality-elsewhere"),
	topic: idOrNone("topic-unknown"),
	post: idOrNone("post-elsewhere"),
	visibility: z.enum(["INSIDE", "PUBLIC"]).default("INSIDE"),
});

export const stepForm = z.object({
	step: z.enum(steps),
	nextOn: day,
	note: optionalText,
	move: z
		.union([z.literal(""), z.enum(states).extract(["FORWARDED", "EXAMINED"])], "move-impossible")
		.default("")
		.transform((state) => state || null),
});

export const answerForm = z.object({
	text: z.string().default("").pipe(z.string().max(limits.answerMost, "answer-too-long")),
	channel: z.enum(channels, "channel-missing"),
});

export const closeForm = z.object({ because: z.enum(closings, "because-missing") });
