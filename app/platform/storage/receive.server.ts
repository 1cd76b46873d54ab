import { createHash } from "node:crypto";
import {
	type FileUpload,
	FormDataParseError,
	MaxFileSizeExceededError,
	MaxFilesExceededError,
	MaxHeaderSizeExceededError,
	MaxPartsExceededError,
	MaxTotalSizeExceededError,
	MultipartParseError,
	parseFormData,
} from "@remix-run/form-data-parser";
import type { Outcome, Refusal } from "~/platform/outcome";
import { isHarmlessArchive } from "./archive.server";
import { withPartsCut } from "./cut-parts";
import type { Disk, Staged } from "./disk.server";
import { cleanFileName } from "./file-name";
import { type FileKind, kindOf, ordinaryKinds } from "./kind.server";
import { pictureLimits, redraw } from "./picture.server";
import { scan } from "./scan.server";

export type UploadLimits = {
	/** Files in one request. */
	files: number;
	/** Bytes of one file, bytes of all together. */
	fileBytes: number;
	totalBytes: number;
	/** Which kinds this form takes; all when absent. */
	kinds?: readonly FileKind[];
};

/** A stored file as the files domain writes it into its row. `field` is the name of the form field it came in. */
export type StoredFile = {
	id: string;
	field: string;
	name: string;
	mediaType: string;
	bytes: number;
	sha256: string;
	width: number | null;
	height: number | null;
	hasThumbnail: boolean;
};

export type UploadCode =
	| "upload-unreadable"
	| "upload-too-large"
	| "upload-too-many"
	| "file-too-large"
	| "file-type-refused"
	| "picture-too-many-pixels"
	| "picture-broken"
	| "archive-refused"
	| "file-infected"
	| "scanner-away";

/** The outcome, and the text fields of the form, which survive a refused file. */
export type Upload = Outcome<StoredFile[], UploadCode> & { fields: FormData };

/** More than headers of a part, so that a part that was cut is still longer than what is allowed. */
const partHeaders = 100_000;
/** Nobody sends so much by mistake; what is longer is not read to its end, and the browser says that it was broken off. */
const mostOfAll = 500_000_000;

type Taken = { staged: Staged; file: StoredFile };

/** One request on its way in: takes its files one after the other and forgets them all when one is refused. */
export async function receive(
	request: Request,
	limits: UploadLimits,
	disk: Disk,
	clamd: string | undefined,
): Promise<Upload> {
	const taken: Taken[] = [];
	const refusals: Refusal<UploadCode>[] = [];
	let files = 0;
	let total = 0;
	const take = async (upload: FileUpload) => {
		// What a browser sends for a file field that was left empty; the parser calls a nameless file "file-upload".
		if (upload.size === 0 && (upload.name === "" || upload.name === "file-upload")) return;
		files++;
		total += upload.size;
		if (refusals.length > 0) return;
		const refuse = (code: UploadCode) => {
			refusals.push(refusal(code, limits, upload));
		};
		if (files > limits.files) return refuse("upload-too-many");
		if (upload.size > limits.fileBytes) return refuse("file-too-large");
		if (total > limits.totalBytes) return refuse("upload-too-large");
		const result = await takeFile(upload, limits, disk, clamd);
		if (typeof result === "string") refuse(result);
		else taken.push(result);
	};
	const cut = withPartsCut(request, { most: limits.fileBytes + partHeaders, mostOfAll });
	try {
		// The parser's own limits end the request and lose its text fields; ours, which are narrower, keep them.
		const fields = await parseFormData(
			cut.request,
			{
				maxFiles: limits.files * 2 + 20,
				maxFileSize: Math.max(limits.totalBytes, limits.fileBytes + partHeaders),
				maxTotalSize: limits.totalBytes * 2 + 1_000_000,
			},
			take,
		);
		if (refusals.length > 0) {
			await disk.discard(taken.map(({ staged }) => staged));
			return { done: false, refusals, fields };
		}
		await disk.keep(taken.map(({ staged }) => staged));
		return { done: true, value: taken.map(({ file }) => file), fields };
	} catch (error) {
		await disk.discard(taken.map(({ staged }) => staged));
		const code = codeOf(error);
		if (code === null) throw error;
		cut.release();
		await drain(request, limits.totalBytes * 4);
		return { done: false, refusals: [refusal(code, limits)], fields: new FormData() };
	}
}

async function takeFile(
	upload: FileUpload,
	limits: UploadLimits,
	disk: Disk,
	clamd: string | undefined,
): Promise<Taken | UploadCode> {
	const original = Buffer.from(await upload.arrayBuffer());
	const known = await kindOf(original, upload.name);
	if (!known || !(limits.kinds ?? ordinaryKinds).includes(known.kind)) return "file-type-refused";
	if (known.kind === "office" && !(await isHarmlessArchive(original))) return "archive-refused";
	if (clamd !== undefined) {
		const found = await scan(clamd, original);
		if (found !== "clean") return found === "infected" ? "file-infected" : "scanner-away";
	}
	const picture = known.kind === "image" ? await redraw(original, known.mediaType) : null;
	if (typeof picture === "string") return picture;
	const bytes = picture?.bytes ?? original;
	const staged = await disk.stage(bytes, picture?.thumbnail ?? null);
	return {
		staged,
		file: {
			id: staged.id,
			field: upload.fieldName,
			name: cleanFileName(upload.name, picture?.extension ?? known.extension),
			mediaType: picture?.mediaType ?? known.mediaType,
			bytes: bytes.length,
			sha256: createHash("sha256").update(bytes).digest("hex"),
			width: picture?.width ?? null,
			height: picture?.height ?? null,
			hasThumbnail: staged.hasThumbnail,
		},
	};
}

function refusal(code: UploadCode, limits: UploadLimits, upload?: FileUpload): Refusal<UploadCode> {
	const bytes = code === "upload-too-large" ? limits.totalBytes : limits.fileBytes;
	return {
		code,
		...(upload && { field: upload.fieldName }),
		values: {
			name: upload ? cleanFileName(upload.name, /\.([a-z0-9]{1,8})$/i.exec(upload.name)?.[1] ?? "") : "",
			megabytes: Math.floor(bytes / 100_000) / 10,
			most: limits.files,
			megapixels: pictureLimits.pixels / 1_000_000,
		},
	};
}

function codeOf(error: unknown): UploadCode | null {
	if (error instanceof MaxFilesExceededError) return "upload-too-many";
	if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
		return "upload-too-large";
	const malformed =
		error instanceof MaxPartsExceededError ||
		error instanceof MaxHeaderSizeExceededError ||
		error instanceof MultipartParseError ||
		error instanceof FormDataParseError;
	return malformed ? "upload-unreadable" : null;
}

/** Reads on for a while: browsers show our answer only after they could send everything. */
async function drain(request: Request, bytes: number): Promise<void> {
	if (!request.body || request.body.locked) return;
	const reader = request.body.getReader();
	try {
		for (let read = 0; read <= bytes; ) {
			const { done, value } = await reader.read();
			if (done) return;
			read += value.length;
		}
		await reader.cancel();
	} catch {
		// The sender is gone; so is the need for an answer.
	}
}
