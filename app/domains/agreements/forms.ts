import { z } from "zod";
import { parseEuros } from "./costs/money-input";
import { partyRoles, phases } from "./drafting/readiness";
import { forms, natures } from "./form-rules/form-rule";
import { approvals, rhythms } from "./particulars/particulars";

export const text = z.string().trim().min(1, "text-empty").max(40_000, "text-empty");
export const mayBeEmpty = z.string().trim().max(40_000).default("");

/** A day as a calendar field sends it; whether it exists is asked of the calendar by the route. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date-invalid");
const maybeDay = z.union([z.literal(""), day], "date-invalid").default("");

export const sealKeyForm = z.object({ reason: mayBeEmpty });

export const id = z.uuid("choose-one");
export const ids = z.array(z.uuid()).max(200).default([]);
export const year = z.coerce
	.number("year-invalid")
	.int("year-invalid")
	.min(2000, "year-invalid")
	.max(2200, "year-invalid");
export const revision = z.coerce.number().int();

export const euros = z.string().transform((typed, context) => {
	const cents = parseEuros(typed);
	if (cents.done) return cents.value;
	context.addIssue(cents.refusals[0]?.code ?? "amount-unreadable");
	return z.NEVER;
});

/** Code, fingerprint of a file, or both. */
export const checkForm = z.object({
	code: z.string().max(200).default(""),
	sha256: z.string().trim().max(200, "hash-invalid").default(""),
});

/** A template is always chosen: an agreement begins from a published one. */
export const newForm = z.object({
	templateVersionId: id,
	title: text,
	purposeKind: mayBeEmpty,
	purposeId: z.union([z.literal(""), id]).default(""),
});

export const copyTemplateForm = z.object({ versionId: id, name: text });

/** Heading and text of every block, by its key. */
export function templateForm(keys: readonly string[]) {
	const fields = keys.flatMap((key) => [
		[`heading-${key}`, mayBeEmpty],
		[`text-${key}`, mayBeEmpty],
	]);
	return z.object({ number: revision, revision, ...(Object.fromEntries(fields) as Record<string, typeof mayBeEmpty>) });
}

export const bindingForm = z.object({ boundUntil: maybeDay });
export const conditionForm = z.object({
	partyId: id,
	text,
	evidence: mayBeEmpty,
	source: mayBeEmpty,
	dueOn: maybeDay,
});
export const informationForm = z.object({
	partyId: id,
	subject: text,
	recipient: text,
	rhythm: z.enum(rhythms, "choose-one"),
	firstOn: maybeDay,
});
export const publicRelationsForm = z.object({
	approval: z.enum(approvals, "choose-one"),
	days: z.coerce.number("days-invalid").int("days-invalid").min(0, "days-invalid").max(60, "days-invalid"),
	logoRule: mayBeEmpty,
	revision: z.coerce.number().int().default(0),
});
export const contactForm = z.object({ partyId: id, office: text, reach: text });
export const optionalBlockForm = z.object({ key: z.string().max(40) });
export const annexForm = z.object({ title: text });
export const wordForm = z.object({ partyId: z.union([z.literal(""), id]).default("") });
export const wordDecisionForm = z.object({
	clauseId: id,
	block: z.string().max(40).default(""),
	revision: z.coerce.number().int().default(0),
});
export const clauseForm = z.object({ block: z.string().max(40), organisationId: id });
export const clauseCommentForm = clauseForm.extend({ text });
export const clauseMarkForm = clauseForm.extend({ revision });
export const settleForm = z.object({ commentId: id });
export const guestForm = z.object({
	partyId: id,
	postId: z.union([z.literal(""), id]).default(""),
	email: z.email("email-invalid").max(320, "email-invalid").toLowerCase(),
	givenName: text,
	familyName: text,
});
export const endGuestForm = z.object({ guestId: id });

export const basicsForm = z.object({
	title: text,
	nature: z.enum(natures, "choose-one"),
	effectiveOn: maybeDay,
	pilotStart: maybeDay,
	pilotEnd: maybeDay,
	fundingEnd: maybeDay,
	endsOn: maybeDay,
	agreedMonths: z.coerce.number().int().min(1).max(600),
	revision,
});

export const blockForm = z.object({ text: mayBeEmpty, revision });

/** Several forms stand on one page; `act` says which one was sent. */
export const actForm = z.object({ act: z.string().max(40).default("") });

export const addPartyForm = z.object({ organisationId: id, role: z.enum(partyRoles).exclude(["lead"], "choose-one") });
export const partyForm = z.object({ partyId: id });
export const signatoriesForm = z.object({ partyId: id, postIds: ids });
export const signingPostForm = z.object({ partyId: id, label: text.max(200, "text-empty") });
export const legalWordForm = z.object({
	partyId: id,
	form: z.enum(forms, "choose-one"),
	officialTitle: z.string().default(""),
	by: text,
	reason: text,
});

export const dutyForm = z.object({
	task: text,
	dutyPhase: z.enum(phases, "choose-one"),
	responsibleId: id,
	helperIds: ids,
});
export const milestoneForm = z.object({ title: text, day, phase: z.enum(phases, "choose-one") });
export const removeForm = z.object({ id });

export const takeForm = z.object({ standing: z.enum(["secured", "reserved"], "choose-one") });
export const commitmentForm = z.object({
	partyId: id,
	from: day,
	until: day,
	yearly: euros,
	basis: text,
	adjustment: text,
});

export const freezeForm = z.object({
	changes: z.coerce.number().int(),
	order: z.enum(["parallel", "sequential"], "choose-one").default("parallel"),
	deadline: maybeDay,
});
export const publishForm = z.object({ organisationId: id });

export const confirmForm = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, "content-changed") });
export const refuseForm = z.object({ reason: z.string().trim().min(1, "reason-missing").max(5000) });

export const scanForm = z.object({ organisationId: id, signedOn: day });
export const checkScanForm = z.object({
	scanId: id,
	codeOnPaper: z.string().max(200).default(""),
	signaturesComplete: z.string().default(""),
	originalPlace: mayBeEmpty,
	reason: mayBeEmpty,
	verdict: z.enum(["accept", "reject"]),
});
