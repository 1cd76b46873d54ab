import { z } from "zod";
import { importFields } from "./import-table";
import { paperChannels, paperLimits, wishes } from "./paper";

const optionalText = (most: number, code: string) =>
	z
		.string()
		.trim()
		.max(most, code)
		.transform((text) => text || null)
		.default(null);

/** How an author is told; what has to be there for it is the rule's (paper.ts). */
const reach = {
	wish: z.enum(wishes, "wish-missing"),
	name: optionalText(paperLimits.nameMost, "name-too-long"),
	street: optionalText(paperLimits.lineMost, "street-too-long"),
	town: optionalText(paperLimits.lineMost, "town-too-long"),
	phone: optionalText(paperLimits.phoneMost, "phone-unreadable"),
};

export const reachForm = z.object(reach);

/** One card; `entry` is the secret that the page made for it. */
export const cardForm = z.object({
	...reach,
	channel: z.enum(paperChannels, "channel-missing"),
	text: z.string().trim().max(20_000, "text-too-long").default(""),
	title: optionalText(paperLimits.titleMost, "title-too-long"),
	category: optionalText(60, "category-unknown"),
	place: optionalText(paperLimits.placeMost, "place-too-long"),
	about: z.union([z.literal("").transform(() => null), z.uuid("text-unknown")]).default(null),
	/** The contribution that it is a comment on; empty for none. */
	onNumber: z
		.string()
		.trim()
		.regex(/^\d{0,7}$/, "contribution-unknown")
		.transform((text) => (text === "" ? null : Number(text)))
		.default(null),
	/** A comment that wants an answer. */
	isQuestion: z.literal("on").optional(),
	nameIsPublic: z.literal("on").optional(),
	entry: z.string().regex(/^[\w-]{43}$/),
});

export const slipForm = z.object({ slip: z.string().trim().max(100, "slip-unreadable").default("") });

export const tableForm = z.object({});

const column = z
	.string()
	.regex(/^\d{0,3}$/, "column-unknown")
	.default("")
	.transform((text) => (text === "" ? undefined : Number(text)));

/** Field → number of its column; empty for none. */
export const mappingForm = z.object({
	...(Object.fromEntries(importFields.map((field) => [field, column])) as Record<
		(typeof importFields)[number],
		typeof column
	>),
	way: z.enum(paperChannels, "channel-missing"),
});

export const callForm = z.object({ entry: z.uuid() });
