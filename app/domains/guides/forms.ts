import { z } from "zod";
import { channels, closings, kinds, limits, origins, outcomes, states, steps } from "./concerns/concern";

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

/** A concern of a municipality itself. */
export const raiseOwnForm = concernForm.omit({ seit: true, webseite: true, name: true });

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
		.union([z.literal(""), z.enum(states).extract(["EXAMINED"])], "move-impossible")
		.default("")
		.transform((state) => state || null),
});

export const answerForm = z.object({
	text: z.string().default("").pipe(z.string().max(limits.answerMost, "answer-too-long")),
	channel: z.enum(channels, "channel-missing"),
	outcome: z.enum(outcomes, "outcome-missing"),
	summary: z.string().default(""),
	/** Also to the others of the bundle. */
	all: z.literal("on").optional(),
});

/** The same button row keeps an answer that is not finished. */
export const draftForm = z.object({ act: z.enum(["answer", "draft"]).default("answer"), text: z.string().default("") });

export const forwardForm = z.object({
	post: z.uuid("post-elsewhere"),
	question: z.string().default(""),
	dueOn: dayOrOpen,
});

export const replyForm = z.object({
	end: z.enum(["ANSWERED", "RETURNED"], "end-missing"),
	reply: z.string().default(""),
});

export const bundleForm = z.object({
	act: z.enum(["bundle", "leave"]),
	others: z.array(z.string().max(20)).default([]),
});

const piece = {
	kind: z.enum(kinds).default("NEED"),
	text: z.string().default(""),
	topic: idOrNone("topic-unknown"),
};

/** Up to four things that were said at once; empty ones do not count. */
export const piecesForm = z.object({
	kind1: piece.kind,
	text1: piece.text,
	topic1: piece.topic,
	kind2: piece.kind,
	text2: piece.text,
	topic2: piece.topic,
	kind3: piece.kind,
	text3: piece.text,
	topic3: piece.topic,
	kind4: piece.kind,
	text4: piece.text,
	topic4: piece.topic,
});

/** Those of them that were filled in, each with its place in the form. */
export function piecesOf(form: z.output<typeof piecesForm>) {
	return [
		{ place: 1, kind: form.kind1, text: form.text1, topicId: form.topic1 },
		{ place: 2, kind: form.kind2, text: form.text2, topicId: form.topic2 },
		{ place: 3, kind: form.kind3, text: form.text3, topicId: form.topic3 },
		{ place: 4, kind: form.kind4, text: form.text4, topicId: form.topic4 },
	].filter(({ text }) => text.trim() !== "");
}

export const mailForm = z.object({ text: z.string().max(100_000, "text-too-long").default("") });

/** A concern out of a mail: as a guide captures one, and the attachments that stay. */
export const mailConcernForm = captureForm
	.omit({ origin: true, sprechtag: true, tag: true })
	.extend({ keep: z.array(z.uuid()).default([]) });

export const closeForm = z.object({ because: z.enum(closings, "because-missing") });
