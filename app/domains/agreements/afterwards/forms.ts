import { z } from "zod";
import { decisionFields } from "../on-behalf/forms";
import { amendmentKinds } from "./amendment";
import { noticeKinds, remainderKinds } from "./ending";
import { obligationKinds, obligationRhythms } from "./obligation";
import { renewalDecisions } from "./radar";

const words = z.string().trim().max(20_000).default("");
const id = z.uuid("choose-one");
/** A day as a calendar field sends it; whether it exists is asked of the calendar by the act. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date-invalid");
const maybeDay = z.union([z.literal(""), day], "date-invalid").default("");

export const amendForm = z.object({ kind: z.enum(amendmentKinds, "choose-one"), reason: words });
/** `takerId` is not asked for where the leaving party leaves nothing behind. */
export const exitAmendForm = z.object({
	noticeId: id,
	takerId: z.union([z.literal(""), id], "choose-one").default(""),
	reason: words,
});

export const meetForm = z.object({ dateId: id, evidence: words });
/** An agreement to a waiver sends no reason. */
export const waiveForm = z.object({ waivedId: id, organisationId: id, reason: words, ...decisionFields });
export const endWaiverForm = z.object({ waiverId: id, organisationId: id, endReason: words });
export const assignForm = z.object({ obligationId: id, postId: id });
export const obligationForm = z.object({
	title: words,
	/** Party and, behind a colon, one of its posts. */
	who: z.string().regex(/^[0-9a-f-]{36}:([0-9a-f-]{36})?$/, "choose-one"),
	kind: z.enum(obligationKinds, "choose-one"),
	recipient: words,
	rhythm: z.enum(obligationRhythms, "choose-one"),
	firstOn: day,
	until: maybeDay,
});

export const handoverForm = z.object({ takerId: id, day, items: words });
export const confirmHandoverForm = z.object({ note: words, ...decisionFields });

export const noticeForm = z.object({
	organisationId: id,
	kind: z.enum(noticeKinds, "choose-one"),
	declaredOn: day,
	lastDay: day,
	reason: words,
	asBreach: z.string().default(""),
	consequence: words,
	/** "prepare": written down for the party, not declared. */
	act: z.enum(["declare", "prepare"]).default("declare"),
	...decisionFields,
});
export const receiveForm = z.object({ noticeId: id, organisationId: id });
export const remainderForm = z.object({
	what: words,
	kind: z.enum(remainderKinds, "choose-one"),
	destination: words,
	organisationId: id,
});
export const settleForm = z.object({ remainderId: id });

export const recordForm = z.object({
	fileNumber: z.string().trim().max(200).default(""),
	boundUntil: maybeDay,
	keepUntil: maybeDay,
});
export const holdForm = z.object({ reason: words });
export const answerForm = z.object({ answer: z.enum(["taken", "declined"], "choose-one") });

export const renewalForm = z.object({
	subjectKind: z.enum(["agreement", "existing-contract"]),
	subjectId: id,
	endsOn: day,
	decision: z.enum(renewalDecisions, "choose-one"),
	reason: words,
});
