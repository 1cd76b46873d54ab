import { z } from "zod";
import { textLimits } from "./text";

const richText = z.string().default("");
const revision = z.coerce.number().int().min(0).max(1_000_000);
/** Longer than any limit of a rule, so that the rule says what is wrong. */
const words = z.string().max(20_000, "quote-too-long").default("");

/** Which frozen version of a working group is put up. */
export const takeForm = z.object({ version: z.uuid("group-version-missing") });

/** A remark on a passage. `entwurf` is the address that the page made for its draft, `seit` when the page was opened. */
export const annotateForm = z.object({
	fassung: z.coerce.number().int().min(1).max(10_000),
	absatz: z
		.string()
		.regex(/^\w{0,16}$/)
		.default(""),
	zitat: words,
	davor: z.string().max(200).default(""),
	danach: z.string().max(200).default(""),
	text: richText,
	"text.json": richText,
	vorschlag: words,
	name: z
		.string()
		.trim()
		.max(60, "name-too-long")
		.transform((text) => text || null)
		.default(null),
	shownAs: z.enum(["self", "nobody"]).default("self"),
	entwurf: z.string().regex(/^[\w-]{43}$/),
	seit: z.coerce.number().int().default(0),
	/** A field that people do not see; programs fill it in. */
	webseite: z.string().default(""),
});

export const newTextForm = z.object({ title: z.string().trim().default("") });

export const versionForm = z.object({
	body: richText,
	"body.json": richText,
	note: z.string().trim().default(""),
	revision,
});

export const publishForm = z.object({ revision });

export const treatForm = z.object({
	act: z.enum(["divide", "weigh", "credit", "uncredit"]),
	divided: z.string().default(""),
	teil: z.uuid().optional(),
	vote: z.string().default(""),
	comment: z.string().default(""),
	/** Version and paragraph: `<id>.<key>`. */
	wohin: z.string().default(""),
});

/** A version's number from an address; null when there is none or it is not understood. */
export function numberIn(search: URLSearchParams, name: string): number | null {
	const number = Number.parseInt(search.get(name) ?? "", 10);
	return Number.isInteger(number) && number > 0 && number < 10_000 ? number : null;
}

/** What a selection in the text brings along, cut to what can be meant. */
export function passageIn(search: URLSearchParams) {
	return {
		zitat: (search.get("zitat") ?? "").slice(0, textLimits.quoteMost),
		davor: (search.get("davor") ?? "").slice(-64),
		danach: (search.get("danach") ?? "").slice(0, 64),
	};
}

/** Version and paragraph out of the value of a choice; what is understood by no act stays an unknown paragraph. */
export function creditFrom(choice: string): { versionId: string; blockKey: string } | null {
	const [versionId = "", blockKey = ""] = choice.split(".");
	return z.uuid().safeParse(versionId).success && blockKey !== "" ? { versionId, blockKey } : null;
}
