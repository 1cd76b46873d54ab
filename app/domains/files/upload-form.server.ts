import type { z } from "zod";
import { readFields, type Typed } from "~/platform/http/forms.server";
import type { Outcome, Refusal } from "~/platform/outcome";
import type { StoredFile, UploadLimits } from "~/platform/storage/receive.server";
import { ordinaryLimits } from "~/platform/storage/storage.server";
import { storage } from "./storage.server";

export type UploadSubmission<Value> =
	| {
			valid: true;
			value: Value;
			typed: Typed;
			files: StoredFile[];
			/** Runs the act that attaches the files; when it refuses or throws, they are removed again. */
			act<Result, Code extends string>(act: () => Promise<Outcome<Result, Code>>): Promise<Outcome<Result, Code>>;
			/** To say beside the refusals of the act when the form is shown again: the files are not on it any more. */
			chooseAgain: Refusal<"file-again">[];
	  }
	| { valid: false; refusals: Refusal[]; typed: Typed };

/**
 * Reads a form that sends files: its fields against the schema, its files into the storage. What is refused leaves
 * nothing on the disk; refusals of files carry codes of `~/platform/storage/messages`, with the name of their field.
 */
export async function readUploadForm<Shape extends z.ZodRawShape>(
	request: Request,
	schema: z.ZodObject<Shape>,
	limits: UploadLimits = ordinaryLimits,
): Promise<UploadSubmission<z.output<z.ZodObject<Shape>>>> {
	const upload = await storage().receive(request, limits);
	const files = upload.done ? upload.value : [];
	const form = readFields(request, upload.fields, schema);
	const refusals = [...(form.valid ? [] : form.refusals), ...(upload.done ? [] : upload.refusals)];
	if (!form.valid || refusals.length > 0) {
		await discard(files);
		return { valid: false, typed: form.typed, refusals: [...refusals, ...chooseAgain(files)] };
	}
	return { ...form, files, chooseAgain: chooseAgain(files), act: (act) => keptIfDone(files, act) };
}

/**
 * The same for a form whose fields follow from data: its text fields as they came, its files in the storage until `act`
 * has attached them or refuses.
 */
export async function readUploadFields(request: Request, limits: UploadLimits) {
	const upload = await storage().receive(request, limits);
	const files = upload.done ? upload.value : [];
	return {
		fields: upload.fields,
		files,
		refusals: upload.done ? [] : upload.refusals,
		act: <Result, Code extends string>(act: () => Promise<Outcome<Result, Code>>) => keptIfDone(files, act),
	};
}

/** The bytes of an uploaded file that is read once and not kept, such as a table that is checked. */
export async function readOnce({ id }: Pick<StoredFile, "id">): Promise<Buffer> {
	const { stream } = await storage().open(id);
	const bytes = Buffer.from(await new Response(stream).arrayBuffer());
	await storage().remove(id);
	return bytes;
}

async function keptIfDone<Result, Code extends string>(
	files: readonly StoredFile[],
	act: () => Promise<Outcome<Result, Code>>,
): Promise<Outcome<Result, Code>> {
	try {
		const outcome = await act();
		if (!outcome.done) await discard(files);
		return outcome;
	} catch (error) {
		await discard(files);
		throw error;
	}
}

/** No browser lets a page give a chosen file back, so the form that is shown again says that it is not there any more. */
function chooseAgain(files: readonly StoredFile[]): Refusal<"file-again">[] {
	return [...new Set(files.map(({ field }) => field))].map((field) => ({ code: "file-again", field }));
}

async function discard(files: readonly StoredFile[]): Promise<void> {
	for (const { id } of files) await storage().remove(id);
}
