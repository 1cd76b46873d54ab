import path from "node:path";
import { fileTypeFromBuffer } from "file-type";

export type FileKind = "image" | "pdf" | "office" | "text" | "mail";
/** What a form takes that does not say more: a saved mail is read and not kept. */
export const ordinaryKinds: readonly FileKind[] = ["image", "pdf", "office", "text"];
type Known = { kind: FileKind; mediaType: string; extension: string };

const known: Readonly<Record<string, Known>> = {
	"image/jpeg": { kind: "image", mediaType: "image/jpeg", extension: "jpg" },
	"image/png": { kind: "image", mediaType: "image/png", extension: "png" },
	"image/webp": { kind: "image", mediaType: "image/webp", extension: "webp" },
	"image/avif": { kind: "image", mediaType: "image/avif", extension: "avif" },
	"application/pdf": { kind: "pdf", mediaType: "application/pdf", extension: "pdf" },
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
		kind: "office",
		mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		extension: "docx",
	},
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
		kind: "office",
		mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		extension: "xlsx",
	},
	"application/vnd.oasis.opendocument.text": {
		kind: "office",
		mediaType: "application/vnd.oasis.opendocument.text",
		extension: "odt",
	},
};

/**
 * What a file is, by its bytes alone; the type its sender claims is never read. Text has no mark of its own, so it must
 * also be named .txt or .csv, have no control characters and not begin like HTML, SVG or XML. Text is UTF-8; tables may
 * also be Windows-1252, as German spreadsheet programs write them.
 * Returns null for everything that is not on the list.
 */
export async function kindOf(bytes: Uint8Array, name: string): Promise<Known | null> {
	const detected = await fileTypeFromBuffer(bytes).catch(() => undefined);
	if (detected) return known[detected.mime] ?? null;
	const extension = path.extname(name).toLowerCase();
	if (extension === ".eml") {
		return isMail(bytes) ? { kind: "mail", mediaType: "message/rfc822", extension: "eml" } : null;
	}
	if (extension !== ".txt" && extension !== ".csv") return null;
	const charset = (["utf-8", "windows-1252"] as const).find((candidate) => isPlainText(bytes, candidate));
	if (extension === ".csv" && charset) {
		return { kind: "text", mediaType: `text/csv; charset=${charset}`, extension: "csv" };
	}
	return charset === "utf-8" ? { kind: "text", mediaType: "text/plain; charset=utf-8", extension: "txt" } : null;
}

/** Begins with a line of a head as RFC 5322 has it. */
function isMail(bytes: Uint8Array): boolean {
	return /^(?:From |[!-9;-~]+:)/.test(new TextDecoder("latin1").decode(bytes.subarray(0, 200)));
}

function isPlainText(bytes: Uint8Array, charset: "utf-8" | "windows-1252"): boolean {
	let text: string;
	try {
		text = new TextDecoder(charset, { fatal: true }).decode(bytes);
	} catch {
		return false;
	}
	// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
	return !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(text) && !/^\s*</.test(text);
}
