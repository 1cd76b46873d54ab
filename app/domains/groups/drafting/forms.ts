import { z } from "zod";
import { documentRights, documentLimits as most } from "./document";

/** Read as rich text from the same form; named here so that what was typed comes back. */
const richText = z.string().default("");
const title = z.string("title-missing").trim().min(5, "title-missing").max(most.title, "title-missing");
const revision = z
	.string()
	.regex(/^\d{1,9}$/)
	.transform(Number);
const tick = z.literal("on").optional();
const line = (limit: number, code: string) => z.string().trim().max(limit, code).default("");

export const beginForm = z.object({ title, body: richText, "body.json": richText });

export const writeForm = z.object({ revision, body: richText, "body.json": richText });

export const freezeForm = z.object({
	revision,
	/** What went in, as kind:id. */
	credits: z
		.array(z.string().regex(/^[a-z-]+:[0-9a-f-]{36}$/, "credit-unknown"), "credit-unknown")
		.max(1_500, "credit-unknown")
		.default([]),
	reason: z.string("reason-missing").trim().min(5, "reason-missing").max(most.reason, "reason-too-long"),
	isPublic: tick,
});

export const remarkForm = z.object({
	kind: z.enum(["comment", "suggestion"], "kind-missing"),
	quote: line(most.quote, "quote-too-long"),
	before: z.string().max(200).default(""),
	after: z.string().max(200).default(""),
	/** The comment, or why the words should be others. */
	body: z.string("body-missing").trim().min(3, "body-missing").max(most.comment, "body-too-long"),
	replacement: line(most.replacement, "replacement-too-long"),
	onBehalfOf: line(most.onBehalf, "on-behalf-too-long"),
});

export const decideForm = z.object({
	decision: line(most.reason, "reason-too-long"),
	act: z.enum(["accept", "reject", "withdraw"]),
});

export const answerForm = z.object({
	body: line(most.comment, "body-too-long"),
	act: z.enum(["answer", "resolve", "reopen"]),
});

export const rightForm = z.object({
	personId: z.uuid("person-unknown"),
	right: z.enum([...documentRights, "as-group"], "choice-missing"),
	lastDay: z.union([z.literal(""), z.iso.date("day-missing")], "day-missing").default(""),
});
