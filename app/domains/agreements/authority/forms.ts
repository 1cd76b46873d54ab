import { z } from "zod";
import { parseEuros } from "../costs/money-input";
import { authorityBases } from "./authority-bases";
import { decisionBodies } from "./decision";

const text = z.string().trim().min(1, "text-empty").max(5000, "text-empty");
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date-invalid");
const maybeDay = z.union([z.literal(""), day], "date-invalid").default("");
const id = z.uuid("choose-one");

/** An amount in euros, or nothing for "without limit". */
const maybeEuros = z
	.string()
	.default("")
	.transform((typed, context) => {
		if (typed.trim() === "") return null;
		const cents = parseEuros(typed);
		if (cents.done) return cents.value;
		context.addIssue(cents.refusals[0]?.code ?? "amount-unreadable");
		return z.NEVER;
	});

export const representationForm = z.object({
	count: z.coerce.number("rule-impossible").int("rule-impossible").min(1, "rule-impossible").max(50, "rule-impossible"),
	posts: z.array(z.uuid()).max(50).default([]),
	mandatory: z.array(z.uuid()).max(50).default([]),
	source: text,
	validFrom: day,
	add: z.string().default(""),
});

export const authorityForm = z.object({
	postId: id,
	basis: z.enum(authorityBases, "choose-one"),
	note: text,
	limit: maybeEuros,
	authorityFrom: day,
	until: maybeDay,
});

export const revokeForm = z.object({ id, reason: text });

export const decisionForm = z.object({
	organisationId: id,
	body: z.enum(decisionBodies, "choose-one"),
	decidedOn: maybeDay,
	reference: text,
	resolution: z.string().trim().max(300).default(""),
	ceiling: maybeEuros,
});

export const removeDecisionForm = z.object({ id });

export const approvalPlanForm = z.object({
	needed: z.enum(["yes", "no"], "choose-one"),
	authority: z.string().trim().max(300).default(""),
	norm: z.string().trim().max(300).default(""),
	deemedWeeks: z
		.union([z.literal(""), z.coerce.number("invalid").int("invalid").min(1, "invalid").max(104, "invalid")], "invalid")
		.default(""),
	publication: z.string().default(""),
});
