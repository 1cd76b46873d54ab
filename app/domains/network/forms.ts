import { z } from "zod";
import { isDay } from "~/platform/day";
import { bases, informedWays, levels, noteReaders, partyKinds, sectors, visibilities } from "./vocabulary";

const line = (most: number) => z.string().trim().max(most, "too-long").default("");
const lineOrNone = (most: number) => line(most).transform((text) => text || null);
const needed = (most: number, code: string) => z.string(code).trim().min(2, code).max(most, "too-long");
const idOrNone = (code: string) =>
	z
		.union([z.literal(""), z.uuid(code)], code)
		.default("")
		.transform((text) => text || null);
const wordOrNone = <const Words extends readonly [string, ...string[]]>(words: Words) =>
	z
		.union([z.literal(""), z.enum(words)], "invalid")
		.default("")
		.transform((word) => word || null);
const day = (code: string) => z.string(code).trim().refine(isDay, code);
const dayOrOpen = (code: string) =>
	z
		.union([z.literal(""), day(code)], code)
		.default("")
		.transform((text) => text || null);
const ids = z.array(z.uuid("invalid")).max(300, "too-many").default([]);
const emailOrNone = z
	.union([z.literal(""), z.string().trim().toLowerCase().pipe(z.email("email-wrong"))], "email-wrong")
	.default("")
	.transform((text) => text || null);

/** What every fact says of itself. */
const fact = {
	purpose: needed(200, "purpose-missing"),
	basis: z.enum(bases, "basis-missing"),
	source: needed(200, "source-missing"),
	visibility: z.enum(visibilities, "visibility-missing"),
};

const party = {
	...fact,
	email: emailOrNone,
	phone: lineOrNone(60),
	website: z
		.union([z.literal(""), z.url({ protocol: /^https?$/, hostname: z.regexes.domain })], "address-unreadable")
		.default("")
		.transform((text) => text || null),
	topics: ids,
	areas: ids,
	keeperPost: idOrNone("post-elsewhere"),
	ownKey: lineOrNone(80),
};

export const personForm = z.object({
	...party,
	givenName: line(80),
	familyName: needed(80, "name-missing"),
	person: idOrNone("person-unknown"),
	keepUntil: day("keep-until-missing"),
});

export const organisationForm = z.object({
	...party,
	name: needed(160, "name-missing"),
	organisation: idOrNone("organisation-unknown"),
	sector: wordOrNone(sectors),
	level: wordOrNone(levels),
	mission: line(1000),
	offers: line(1000),
	seeks: line(1000),
	firstDay: dayOrOpen("day-wrong"),
	lastDay: dayOrOpen("day-wrong"),
});

export const revisionForm = z.object({ revision: z.coerce.number().int().positive() });

/** What is said of a tie besides its ends; who sent somebody, and for whom they stand in, is typed as a name. */
const tieSaid = {
	...fact,
	role: line(120),
	term: lineOrNone(60),
	electoralArea: lineOrNone(120),
	votingRight: z
		.union([z.literal(""), z.enum(["yes", "no"])], "invalid")
		.default("")
		.transform((word) => (word === "" ? null : word === "yes")),
	onBehalfOf: line(160),
	substituteFor: line(160),
	firstDay: day("day-missing"),
	lastDay: dayOrOpen("day-wrong"),
};

export const tieForm = z.object({
	...tieSaid,
	/** A type's key; "<" before it reads it from the other end. */
	type: z.string("type-missing").trim().min(1, "type-missing").max(37, "type-missing"),
	other: z.uuid("other-missing"),
});
export const amendTieForm = z.object(tieSaid);

export const endTieForm = z.object({ lastDay: day("day-missing") });
export const reopenTieForm = z.object({ firstDay: day("day-missing"), source: needed(200, "source-missing") });
export const withdrawTieForm = z.object({ really: z.literal("on", "tick-missing") });

export const keyPersonForm = z.object({
	tie: z.uuid("capacity-missing"),
	topic: idOrNone("topic-unknown"),
	area: idOrNone("area-unknown"),
	why: needed(600, "why-missing"),
	purpose: fact.purpose,
	source: fact.source,
	visibility: fact.visibility,
	reviewOn: day("review-missing"),
});
export const keyPersonActForm = z.object({
	mark: z.uuid("invalid"),
	reviewOn: dayOrOpen("review-missing"),
});

export const noteForm = z.object({
	happenedOn: day("day-missing"),
	text: needed(4000, "note-missing"),
	visibility: z.enum(["PUBLIC", ...noteReaders], "visibility-missing"),
	keepUntil: day("keep-until-missing"),
});
export const removeForm = z.object({ id: z.uuid("invalid") });
export const mentionForm = z.object({
	reference: z.string("code-unknown").trim().min(4, "code-unknown").max(20, "code-unknown"),
});

export const confirmForm = z.object({
	parties: z.array(z.uuid("invalid")).min(1, "nobody-chosen").max(200, "too-many").default([]),
});

export const relationTypeForm = z.object({
	forwardDe: needed(60, "label-missing"),
	backwardDe: line(60),
	forwardEn: needed(60, "label-missing"),
	backwardEn: line(60),
	directed: z.literal("on").optional(),
	fromKind: wordOrNone(partyKinds),
	toKind: wordOrNone(partyKinds),
});

export const snapshotForm = z.object({ name: needed(120, "name-missing"), filter: z.string().max(1000).default("") });

export const mergeForm = z.object({
	survivor: z.uuid("invalid"),
	name: z.enum(["first", "second"], "choice-missing"),
	email: z.enum(["first", "second"], "choice-missing"),
	phone: z.enum(["first", "second"], "choice-missing"),
});

export const informForm = z.object({
	how: z.enum(informedWays, "how-missing").exclude(["mail"]),
	on: day("day-missing"),
});
export const objectForm = z.object({ text: z.string("objection-missing").trim().max(4000, "too-long").default("") });
export const decideForm = z.object({ answer: needed(2000, "answer-missing") });

export const oparlForm = z.object({
	objects: z.string("invalid").max(1_900_000, "too-long"),
	complete: z.literal("on").optional(),
	lapsedOn: day("day-missing"),
	purpose: fact.purpose,
	source: fact.source,
});

export const oparlAddressForm = z.object({ address: z.string().trim().max(500, "too-long").default("") });
