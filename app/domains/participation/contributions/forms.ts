import { z } from "zod";
import { pointIn } from "~/domains/organisations";
import { isDay } from "~/platform/day";
import { limits, moderationRules } from "./contribution";

const optionalText = (most: number, code: string) =>
	z
		.string()
		.trim()
		.max(most, code)
		.transform((text) => text || null)
		.default(null);

/** Title, text and what belongs to them; lengths of title and text are the rule's (contribution.ts). */
const words = {
	title: z.string().trim().default(""),
	text: z.string().default(""),
	"text.json": z.string().default(""),
	category: optionalText(60, "category-unknown"),
	place: optionalText(limits.placeMost, "place-too-long"),
	name: optionalText(limits.nameMost, "name-too-long"),
};

/** The point on the map, "latitude,longitude", empty for none; and a press on the map without scripts: where it met the picture. */
const mapPoint = {
	punkt: z
		.string()
		.trim()
		.max(60, "point-unreadable")
		.refine((text) => text === "" || pointIn(text) !== null, "point-unreadable")
		.default(""),
	"karte.x": z.string().max(20).default(""),
	"karte.y": z.string().max(20).default(""),
};

/** What the browser worked out (proof-of-work.server.ts); unreadable ones count as none. */
const proof = z.string().max(2_000).catch("").default("");

/** A new contribution. `entwurf` is the address that the page made for its draft, `seit` when the page was opened. */
export const contributeForm = z.object({
	...words,
	shownAs: z.enum(["self", "nobody"]).default("self"),
	pictureText: z.string().trim().max(300, "picture-text-too-long").default(""),
	entwurf: z.string().regex(/^[\w-]{43}$/),
	seit: z.coerce.number().int().default(0),
	/** A field that people do not see; programs fill it in. */
	webseite: z.string().default(""),
	nachweis: proof,
	...mapPoint,
});

export const changeForm = z.object({
	...words,
	...mapPoint,
});
export const emailForm = z.object({ email: z.email("email-unreadable").max(200, "email-unreadable") });
export const codeForm = z.object({ code: z.string().regex(/^\s*(\d\s*){6}$/, "code-shape") });
export const shownAsForm = z.object({ shownAs: z.enum(["self", "nobody"]).default("self") });
export const supportForm = z.object({ supported: z.enum(["yes", "no"]) });

const reason = z.string().trim().min(10, "reason-missing").max(2000, "reason-too-long");
const appears = z.enum(["before", "after"], "appear-missing");

/** Fields that people do not see or fill in: a trap for programs, and when the page was opened. */
const againstPrograms = { webseite: z.string().default(""), seit: z.coerce.number().int().default(0) };

/** A comment; its length is the rule's (comment.ts). `entwurf` is the address that the page made for it. */
export const commentForm = z.object({
	...againstPrograms,
	nachweis: proof,
	text: z.string().max(20_000, "comment-too-long").default(""),
	/** "1" when an answer of the administration is wanted. */
	question: z.string().default(""),
	shownAs: z.enum(["self", "nobody"]).default("self"),
	name: optionalText(limits.nameMost, "name-too-long"),
	email: z.string().trim().max(200, "email-unreadable").default(""),
	entwurf: z.string().regex(/^[\w-]{43}$/),
});
export const changeCommentForm = z.object({ text: z.string().max(20_000, "comment-too-long").default("") });
export const reportForm = z.object({
	...againstPrograms,
	rule: z.enum(moderationRules, "rule-missing"),
	text: z.string().trim().max(1000, "report-too-long").default(""),
});
export const banForm = z.object({
	rule: z.enum(moderationRules, "rule-missing"),
	reason,
	lastDay: z.string().refine(isDay, "day-unknown"),
});
export const mergeForm = z.object({
	number: z
		.string()
		.trim()
		.regex(/^\d{1,7}$/, "number-missing")
		.transform(Number),
});
export const splitForm = z.object({
	title: words.title,
	text: words.text,
	"text.json": words["text.json"],
	category: words.category,
});
export const rulesForm = z.object({
	commentsAppear: appears,
	guestsComment: z.literal("on").optional(),
	guestsSupport: z.literal("on").optional(),
});

export const protectionForm = z.object({ proofOfWork: z.literal("on").optional() });
export const hideForm = z.object({ rule: z.enum(moderationRules, "rule-missing"), reason });
export const reviewForm = z.object({ text: reason });
export const decisionForm = z.object({ outcome: z.enum(["upheld", "reversed"], "outcome-missing"), reason });

/** People need longer than this to write; programs do not. */
export const leastSeconds = 2;
