import { data } from "react-router";
import { z } from "zod";
import type { Refusal } from "../outcome";

/** What somebody typed, so that a form can be shown again as it was. Never passwords, codes or files. */
export type Typed = Record<string, string | string[]>;

export type Submission<Value> =
	| { valid: true; value: Value; typed: Typed }
	| { valid: false; refusals: Refusal[]; typed: Typed };

const secret = /password|passwort|code|token|secret/i;

/** Whether what is typed into a field of this name is kept nowhere. */
export function isSecretField(name: string): boolean {
	return secret.test(name);
}

const typedOf = new WeakMap<Request, Typed>();

/** What was typed into the form of this request, once it has been read; kept when the act meets an error. */
export function typedIn(request: Request): Typed | null {
	return typedOf.get(request) ?? null;
}

/**
 * Reads a form post against its schema. The messages of the schema are codes of the domain's `refusals`;
 * a check without a message of its own gives the code "invalid". Fields that the schema does not name are dropped.
 */
export async function readForm<Shape extends z.ZodRawShape>(
	request: Request,
	schema: z.ZodObject<Shape>,
): Promise<Submission<z.output<z.ZodObject<Shape>>>> {
	return readFields(request, await formFields(request), schema);
}

/** More than any form without files needs: the longest text twice (editor and textarea), every byte escaped. */
const mostBytes = 2_000_000;

/**
 * The text fields of a form post; files are left out, forms that take some use `readUploadForm`.
 * @throws 413 for more than two megabytes, 415 for what is no form, 400 for a broken one
 */
export async function formFields(request: Request): Promise<FormData> {
	const type = request.headers.get("Content-Type") ?? "";
	if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw data(null, { status: 415 });
	const bytes = await bytesOf(request);
	const posted = await new Response(bytes, { headers: { "Content-Type": type } }).formData().catch((error: unknown) => {
		if (error instanceof TypeError) throw data(null, { status: 400 });
		throw error;
	});
	const fields = new FormData();
	for (const [name, value] of posted) if (typeof value === "string") fields.append(name, value);
	return fields;
}

async function bytesOf({ headers, body }: Request): Promise<Uint8Array<ArrayBuffer>> {
	const tooLarge = data(null, { status: 413 });
	if (Number(headers.get("Content-Length") ?? 0) > mostBytes) throw tooLarge;
	const pieces: Uint8Array[] = [];
	let total = 0;
	// A body that is sent in chunks does not say beforehand how long it is.
	for await (const piece of body ?? []) {
		total += piece.length;
		if (total > mostBytes) throw tooLarge;
		pieces.push(piece);
	}
	return new Uint8Array(Buffer.concat(pieces));
}

/** The same for fields that were already read, e.g. beside an upload. */
export function readFields<Shape extends z.ZodRawShape>(
	request: Request,
	fields: FormData,
	schema: z.ZodObject<Shape>,
): Submission<z.output<z.ZodObject<Shape>>> {
	const given: Typed = {};
	const unstorable = new Set<string>();
	for (const name of Object.keys(schema.shape)) {
		const values = fields.getAll(name).filter((value) => typeof value === "string");
		if (values.some((value) => value.includes("\0"))) unstorable.add(name);
		if (takesMany(schema.shape[name])) given[name] = values;
		else if (values[0] !== undefined) given[name] = values[0];
	}
	const typed = Object.fromEntries(
		Object.entries(given)
			.filter(([name]) => !isSecretField(name))
			.map(([name, value]) => [name, storable(value)]),
	);
	typedOf.set(request, typed);
	if (unstorable.size > 0) {
		return { valid: false, typed, refusals: [...unstorable].map((field) => ({ code: "invalid", field })) };
	}
	const result = schema.safeParse(given);
	if (result.success) return { valid: true, value: result.data, typed };
	const refusals = result.error.issues.map((issue) => ({
		code: /^[a-z0-9-]+$/.test(issue.message) ? issue.message : "invalid",
		field: String(issue.path[0] ?? ""),
	}));
	// One sentence per field is enough; the next appears when the first is mended.
	return {
		valid: false,
		typed,
		refusals: [...new Map(refusals.toReversed().map((r) => [r.field, r])).values()].reverse(),
	};
}

/** PostgreSQL's texts cannot hold U+0000, which no keyboard types. */
function storable(value: string | string[]): string | string[] {
	return Array.isArray(value) ? value.map((one) => one.replaceAll("\0", "")) : value.replaceAll("\0", "");
}

function takesMany(schema: unknown): boolean {
	if (schema instanceof z.ZodArray) return true;
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return takesMany(schema.unwrap());
	return false;
}

/** The form again: with what was typed and with the reasons, status 422. */
export function again(typed: Typed, refusals: Refusal[]) {
	return data({ typed, refusals }, { status: 422 });
}

/** What the page gets back from `again`, or nothing on a first visit. */
export type Reply = { typed: Typed; refusals: Refusal[] } | undefined;
