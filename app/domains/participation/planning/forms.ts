import { z } from "zod";
import { enteredWays, planKinds, planningLimits, ways } from "./planning";

const line = z.string().trim().max(300, "line-too-long").default("");
const words = z.string().trim().max(planningLimits.wordsMost, "words-too-long").default("");
const day = z.string().default("");

export const detailsForm = z.object({
	kind: z.enum(planKinds),
	name: z.string().trim().min(3, "name-too-short").max(200, "line-too-long"),
	area: words,
	way: z.enum(ways, "way-missing"),
	systemAddress: line,
	office: z.string().trim().min(2, "office-missing").max(200, "line-too-long"),
	officeEmail: line,
	officeAddress: words,
});

export const stepForm = z.object({ stage: z.string().default(""), on: day });

export const displayForm = z.object({
	startsOn: day,
	endsOn: day,
	shortenedBecause: words,
	changes: words,
	secondAccess: words,
	environmentalInfo: words,
});

export const announcementForm = z.object({
	round: z.coerce.number().int().min(1).max(1000),
	on: day,
	where: z.string().trim().min(3, "where-missing").max(300, "line-too-long"),
});

export const documentsForm = z.object({});

/** A statement. `entwurf` is the key that the page made, `seit` when the page was opened. */
export const statementForm = z.object({
	name: line,
	organisation: line.transform((text) => text || null),
	email: line,
	address: words,
	// longer than the rule's limit, so that the rule says what is wrong
	text: z.string().max(200_000, "invalid").default(""),
	entwurf: z.string().regex(/^[\w-]{43}$/),
	seit: z.coerce.number().int().default(0),
	/** A field that people do not see; programs fill it in. */
	webseite: z.string().default(""),
});

/** What an authority sends through the link of its notice. */
export const authorityStatementForm = z.object({
	name: line,
	text: z.string().max(200_000, "invalid").default(""),
	entwurf: z.string().regex(/^[\w-]{43}$/),
});

/** A statement that the office types in. */
export const enterForm = z.object({
	channel: z.enum(enteredWays, "channel-missing"),
	receivedOn: day,
	authority: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
	name: line,
	organisation: line.transform((text) => text || null),
	email: line,
	address: words,
	text: z.string().max(200_000, "invalid").default(""),
	entwurf: z.string().regex(/^[\w-]{43}$/),
});

export const authoritiesForm = z.object({ list: z.string().max(100_000, "words-too-long").default("") });
export const notifyForm = z.object({ act: z.literal("notify"), dueOn: day });
export const removeAuthorityForm = z.object({ act: z.literal("remove"), id: z.uuid() });

export const weighForm = z.object({
	act: z.enum(["divide", "weigh"]),
	divided: z.string().default(""),
	teil: z.uuid().optional(),
	vote: z.string().default(""),
	comment: z.string().default(""),
});
