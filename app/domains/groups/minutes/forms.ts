import { z } from "zod";
import { day, optionalId, tick } from "../form-fields";
import { signatureRoles } from "./content";

const person = z.uuid("choice-missing");
const reason = z.string("reason-missing").trim().min(5, "reason-missing").max(2000, "reason-missing");

export const officersForm = z.object({ presidedById: person, minuteTakerId: person });

export const noteForm = z.object({
	text: z.string("note-missing").trim().max(5000, "note-missing"),
	speakerId: optionalId,
	isPublic: tick,
});

export const circulateForm = z.object({ objectionsUntil: day });

export const freezeForm = z.object({ reason });

export const outcomeForm = z.object({ outcome: z.enum(["accepted", "rejected"], "choice-missing"), reason });

export const signForm = z.object({ sha256: z.string().length(64) });

export const addendumForm = z.object({
	text: z.string("addendum-missing").trim().min(10, "addendum-missing").max(5000, "addendum-missing"),
	isPublic: tick,
});

export const objectionForm = z.object({
	text: z.string("objection-missing").trim().min(10, "objection-missing").max(5000, "objection-missing"),
});

const words = z.string().trim().max(1000, "invalid").default("");
const role = z.enum(signatureRoles, "roles-missing");

export const scanForm = z.object({
	sha256: z.string().length(64),
	roles: z.union([role.transform((one) => [one]), z.array(role)], "roles-missing").default([]),
	signedOn: day,
});

export const checkScanForm = z.object({
	scanId: z.uuid("invalid"),
	codeOnPaper: words,
	signaturesComplete: tick,
	originalPlace: words,
	reason: words,
	verdict: z.enum(["accept", "reject"], "invalid"),
});
