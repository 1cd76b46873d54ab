import { inflateSync } from "node:zlib";

/** What an uploaded PDF must not be. */
export type PdfDanger = "pdf-encrypted" | "pdf-active" | "pdf-too-many-pages";

/** More than any agreement has. */
const mostPages = 1000;
/** Objects may lie packed; so much of them is unpacked and read. */
const mostUnpacked = 40_000_000;

/**
 * Looks at a PDF before anybody opens it: encrypted, with scripts or acts of its own, or endless. Reads names of objects,
 * also packed ones, and not what pages show.
 * @returns null when nothing is found
 */
export function pdfDanger(pdf: Uint8Array): PdfDanger | null {
	const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
	const names = [...structureOf(bytes)].join("\n");
	if (/\/Encrypt\b/.test(names)) return "pdf-encrypted";
	if (/\/(?:JavaScript|JS|Launch|RichMedia|XFA|ImportData|SubmitForm)\b/.test(names)) return "pdf-active";
	const counts = [...names.matchAll(/\/Count\s+(\d{1,9})/g)].map(([, count]) => Number(count));
	const pages = names.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
	return Math.max(pages, ...counts.slice(0, 10_000)) > mostPages ? "pdf-too-many-pages" : null;
}

/** Everything outside of streams, and what object streams (ISO 32000-1, 7.5.7) hold. */
function* structureOf(bytes: Buffer): Generator<string> {
	let from = 0;
	let room = mostUnpacked;
	for (;;) {
		const begin = bytes.indexOf("stream", from);
		const text = bytes.toString("latin1", from, begin === -1 ? bytes.length : begin);
		// Names may be written with #xx for any of their letters.
		yield text.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
		if (begin === -1) return;
		const end = bytes.indexOf("endstream", begin);
		if (end === -1) return;
		if (/\/ObjStm\b/.test(text.slice(-2000)) && room > 0) {
			const start = begin + 6 + (bytes[begin + 6] === 13 ? 2 : 1);
			const unpacked = unpack(bytes.subarray(start, end), room);
			room -= unpacked.length;
			yield unpacked;
		}
		from = end + 9;
	}
}

function unpack(packed: Uint8Array, room: number): string {
	try {
		return inflateSync(packed, { maxOutputLength: room }).toString("latin1");
	} catch {
		return "";
	}
}
