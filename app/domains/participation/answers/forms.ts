import { z } from "zod";
import { NotFound } from "~/platform/outcome";

/** Read as rich text from the same form; named here so that what was typed comes back. */
const richText = z.string().default("");
const revision = z.coerce.number().int().min(0).max(1_000_000);

export const answerForm = z.object({
	disposition: z.string().default(""),
	duplicateOf: z
		.string()
		.trim()
		.regex(/^\d{0,6}$/, "duplicate-of-missing")
		.default(""),
	reason: richText,
	beitrag: z.array(z.uuid()).default([]),
	revision: revision.default(0),
});

export const releaseForm = z.object({
	act: z.enum(["ask", "ask-mayor", "take-back", "send-back", "release", "discard"]),
	revision,
	remark: z.string().max(2000).default(""),
});

export const mayorForm = z.object({ revision });

export const askForm = z.object({
	office: z.string().trim().min(2, "office-missing").max(120).default(""),
	email: z.string().default(""),
	question: z.string().default(""),
	dueOn: z.string().default(""),
	beitrag: z.array(z.uuid()).default([]),
});

export const replyForm = z.object({
	text: z.string().default(""),
	answeredBy: z.string().max(120).default(""),
	revision,
});

export const templateForm = z.object({
	act: z.enum(["save", "remove"]).default("save"),
	name: z.string().default(""),
	disposition: z.string().default(""),
	reason: richText,
	revision: revision.default(0),
});

export const updateForm = z.object({ state: z.string().default(""), text: z.string().default("") });

/** Before the file itself is looked at. */
export const sheetFileForm = z.object({});

/** What the preview of a filled-in table sends: the assessments as it read them. */
export const sheetForm = z.object({
	revision,
	rows: z.string().default(""),
	answeredBy: z.string().max(120).default(""),
});

const listed = z.array(z.object({ id: z.uuid(), text: z.string().max(20_000) })).max(1000);

/** The assessments in the preview's field `rows` (JSON); none when somebody has changed it beyond reading. */
export function rowsFrom(text: string): z.output<typeof listed> {
	try {
		return listed.safeParse(JSON.parse(text)).data ?? [];
	} catch {
		return [];
	}
}

export const withdrawForm = z.object({ inquiry: z.uuid() });

export const objectionForm = z.object({ text: z.string().default("") });

/** An id from an address. @throws NotFound when it is none */
export function idFrom(text: string): string {
	const id = z.uuid().safeParse(text);
	if (!id.success) throw new NotFound();
	return id.data;
}

/** The ids of contributions from an address; whatever is no id is left out. */
export function chosenIn(search: URLSearchParams): string[] {
	return search.getAll("beitrag").filter((id) => z.uuid().safeParse(id).success);
}
