import { z } from "zod";
import { exitReasons, fates } from "./exit";
import { fieldsOfAction } from "./field";
import { stages } from "./stage";

/** As many origins and stop criteria, and as many parts at the end, as the forms have lines for. */
export const lines = ["1", "2", "3", "4"] as const;

const words = (most: number) => z.string().trim().max(most, "too-long").default("");
const day = z.union([z.literal(""), z.string().regex(/^\d{4}-\d{2}-\d{2}$/)], "day-unknown").default("");
const optionalId = z.union([z.literal("").transform(() => null), z.uuid()], "post-unknown").default(null);
const postId = z.uuid("post-missing");

const details = {
	title: z.string("title-missing").trim().min(1, "title-missing").min(5, "title-too-short").max(120, "title-too-long"),
	summary: z.string().trim().min(1, "summary-missing").max(400, "too-long"),
	/** Read as rich text from the same form; named here so that what was typed comes back. */
	description: z.string().default(""),
	kind: z.enum(["TECHNICAL", "NETWORK"], "kind-missing"),
	fields: z.array(z.enum(fieldsOfAction), "fields-missing").min(1, "fields-missing").max(3, "fields-missing"),
	targetGroups: words(2000),
	pilotFirstDay: day,
	pilotLastDay: day,
	fundingLastDay: day,
	runningCost: z
		.string()
		.trim()
		.regex(/^(\d{1,3}(\.\d{3}){1,3}|\d{1,12})?(,\d{1,2})?$/, "money-unreadable")
		.default(""),
	payer: words(300),
	origin1: words(500),
	origin2: words(500),
	origin3: words(500),
	origin4: words(500),
	originSource1: words(300),
	originSource2: words(300),
	originSource3: words(300),
	originSource4: words(300),
	criterion1: words(300),
	criterion2: words(300),
	criterion3: words(300),
	criterion4: words(300),
	criterionDay1: day,
	criterionDay2: day,
	criterionDay3: day,
	criterionDay4: day,
};

export const startForm = z.object({
	...details,
	responsiblePostId: optionalId,
	deputyPostId: optionalId,
	published: z.literal("on").optional(),
	/** "kind:id" of what the measure grows out of. */
	from: z.union([z.literal(""), z.string().regex(/^[a-z-]+:[0-9a-f-]{36}$/)]).default(""),
});
export const editForm = z.object({ ...details, revision: z.coerce.number().int().positive() });
type Details = Omit<z.output<typeof editForm>, "revision">;

export const responsibleForm = z.object({ responsiblePostId: postId, deputyPostId: optionalId });

export const stepForm = z.object({
	from: z.enum(stages),
	to: z.enum(stages, "step-unknown"),
	on: day,
	reason: words(2000),
	postId,
});

export const reportForm = z.object({ progress: words(5000), openProblems: words(5000), nextSteps: words(5000) });

export const exceptionForm = z.object({ reason: words(2000), lastDay: day });

const fate = z.union([z.literal(""), z.enum(fates)]).default("");
export const endForm = z.object({
	from: z.enum(stages),
	on: day,
	reasons: z.array(z.enum(exitReasons)).default([]),
	explanation: words(5000),
	postId,
	part1: words(200),
	part2: words(200),
	part3: words(200),
	part4: words(200),
	fate1: fate,
	fate2: fate,
	fate3: fate,
	fate4: fate,
	recipient1: words(200),
	recipient2: words(200),
	recipient3: words(200),
	recipient4: words(200),
});

/** What the act takes, from what the form holds (without the rich text, which is read beside it). */
export function detailsFrom(fields: Details) {
	return {
		title: fields.title,
		summary: fields.summary,
		kind: fields.kind,
		fields: fields.fields,
		targetGroups: fields.targetGroups.split("\n").slice(0, 20),
		pilotFirstDay: fields.pilotFirstDay,
		pilotLastDay: fields.pilotLastDay,
		fundingLastDay: fields.fundingLastDay,
		runningCostCents: centsFrom(fields.runningCost),
		payer: fields.payer,
		origins: lines.map((line) => ({ text: fields[`origin${line}`], source: fields[`originSource${line}`] })),
		criteria: lines.map((line) => ({ text: fields[`criterion${line}`], checkOn: fields[`criterionDay${line}`] })),
	};
}

/** The parts that were filled in; `gap` is the field of the first that is only half filled in. */
export function partsFrom(fields: z.output<typeof endForm>) {
	const rows = lines.map((line) => ({
		line,
		name: fields[`part${line}`],
		fate: fields[`fate${line}`],
		recipient: fields[`recipient${line}`] || null,
	}));
	const half = rows.find((row) => (row.name === "") !== (row.fate === ""));
	return {
		gap: half ? `${half.name === "" ? "part" : "fate"}${half.line}` : null,
		parts: rows.flatMap(({ name, fate: end, recipient }) => (name && end ? [{ name, fate: end, recipient }] : [])),
	};
}

/** "1.234,50" → 123450n; empty → null. */
function centsFrom(text: string): bigint | null {
	if (text === "") return null;
	const [euros = "0", cents = ""] = text.replaceAll(".", "").split(",");
	return BigInt(euros || "0") * 100n + BigInt(cents.padEnd(2, "0"));
}
