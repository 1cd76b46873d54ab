import { z } from "zod";
import { euros, id, ids, mayBeEmpty, revision, text, year } from "../forms";
import { decisionFields } from "../on-behalf/forms";
import { costClasses, taxModes } from "./cost-item";
import { coverKinds, standings } from "./coverage";
import { indexEffects } from "./index-rule";
import { scenarios } from "./scenarios";
import { shareKeys, variableKeys } from "./shares";

const texts = z.array(z.string().max(60)).max(200).default([]);
const maybeId = z.union([z.literal(""), id]).default("");
const maybeYear = z
	.union([z.literal("").transform(() => null), year], "year-invalid")
	.optional()
	.transform((given) => given ?? null);

/** Lists belong together line by line: year and amount, party and value. Empty lines are left out. */
export const itemForm = z.object({
	act: z.string().max(40).default(""),
	label: mayBeEmpty,
	costClass: z.enum(costClasses, "choose-one"),
	tax: z.enum(taxModes, "choose-one").default("unclear"),
	year: texts,
	amount: texts,
	yearlyAmount: z.string().max(60).default(""),
	yearlyFrom: maybeYear,
	yearlyUntil: maybeYear,
	indexBasis: mayBeEmpty,
	indexBaseYear: maybeYear,
	indexPerYear: z.string().max(60).default(""),
	indexThreshold: z.string().max(60).default(""),
	indexCap: z.string().max(60).default(""),
	indexEffect: z.enum(indexEffects, "choose-one").default("review"),
	key: z.enum(shareKeys, "choose-one"),
	variableKey: z.union([z.literal(""), z.enum(variableKeys)], "choose-one").default(""),
	unit: z.string().trim().max(120).default(""),
	partyId: ids,
	value: texts,
	base: texts,
	cap: texts,
	source: z.array(z.string().max(300)).max(200).default([]),
	asOf: texts,
	restPartyId: maybeId,
	revision: revision.default(0),
});

/** The same before it is complete: for filling in figures of the register, which asks nothing else. */
export const unfinishedItemForm = itemForm.extend({
	costClass: z.string().max(60).default(""),
	tax: z.string().max(60).default(""),
	key: z.string().max(60).default(""),
	variableKey: z.string().max(60).default(""),
	yearlyFrom: z.string().max(60).default(""),
	yearlyUntil: z.string().max(60).default(""),
	indexBaseYear: z.string().max(60).default(""),
	indexEffect: z.string().max(60).default(""),
});

export const coverForm = z.object({
	year,
	untilYear: maybeYear,
	label: text,
	cents: euros,
	standing: z.enum(standings, "choose-one"),
	bearer: mayBeEmpty,
	kind: z.enum(coverKinds, "choose-one").default("own"),
});

/** A factor per class and scenario, line by line, in percent of the agreed amount. */
export const scenarioForm = z.object({
	scenario: z.array(z.enum(scenarios)).max(40).default([]),
	costClass: z.array(z.enum(costClasses)).max(40).default([]),
	factor: texts,
});

/** The file of a cost plan has a field of its own; nothing else is typed. */
export const sheetFileForm = z.object({});
/** What was read from the file goes back as it was checked. */
export const sheetForm = z.object({ changes: z.coerce.number().int(), rows: z.string().max(1_900_000) });

export const exitForm = z.object({ party: maybeId, from: maybeYear });

/** A settlement: what each item cost, what each party paid in advance, and the key values that count, line by line. */
export const settlementForm = z.object({
	item: z.array(z.string().max(20)).max(500).default([]),
	actual: texts,
	party: ids,
	advance: texts,
	basisItem: z.array(z.string().max(20)).max(5000).default([]),
	basisParty: z.array(z.uuid()).max(5000).default([]),
	basisValue: z.array(z.string().max(60)).max(5000).default([]),
	basisSource: z.array(z.string().max(300)).max(5000).default([]),
	basisAsOf: z.array(z.string().max(60)).max(5000).default([]),
});
export const acknowledgeForm = z.object({ settlementId: id, organisationId: id, ...decisionFields });

export const limitForm = z.object({ fromYear: year, cents: z.string().max(60).default("") });
