import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfRef, PdfStream, PdfString } from "@libpdf/core";

/**
 * What a signing program may add to the catalogue of a document (ISO 32000-2, 12.8; ETSI EN 319 142-1): the form with the
 * signature, material for checking it later, and descriptions that nobody sees on a page.
 */
const mayDiffer = ["AcroForm", "DSS", "Extensions", "Version", "Metadata"];

/** A visible signature may cover so much of a page, not hide what stands there; a time stamp shows nothing at all. */
const mostOfPage = { signature: 0.15, stamp: 0 };

/**
 * Whether a file that goes on from another still shows the same document: the same pages, attachments and structure, and
 * nothing new but signature fields. A signature over appended bytes says nothing about what they do to the pages before,
 * so this compares what a reader would see.
 * @param kind what the new fields are for: one for a time stamp, which comes behind a signature, must be invisible
 * @returns how many fields for signatures are new; null when anything else differs or cannot be read
 */
export async function newSignatureFields(
	before: Uint8Array,
	after: Uint8Array,
	kind: keyof typeof mostOfPage = "signature",
): Promise<number | null> {
	try {
		const [old, young] = [await PDF.load(before), await PDF.load(after)];
		const same = comparison(old, young);
		const [was, is] = [old.getCatalog(), young.getCatalog()];
		const keys = new Set([...was.keys(), ...is.keys()].map(({ value }) => value));
		for (const key of keys) {
			if (!mayDiffer.includes(key) && !same(was.get(key), is.get(key))) return null;
		}
		if (!onlySignatures(young, is)) return null;
		const [oldPages, youngPages] = [old.getPages(), young.getPages()];
		if (oldPages.length !== youngPages.length) return null;
		let added = 0;
		for (const [index, page] of oldPages.entries()) {
			const other = youngPages[index];
			if (!other) return null;
			const had = listed(old, page.dict.get("Annots"));
			const has = listed(young, other.dict.get("Annots"));
			if (!had.every((one, place) => same(one, has[place]))) return null;
			for (const one of has.slice(had.length)) {
				if (!isSignatureField(young, one, other.width * other.height * mostOfPage[kind])) return null;
				added += 1;
			}
		}
		return added;
	} catch {
		return null;
	}
}

function resolved(pdf: PDF, thing: PdfObject | undefined): PdfObject | undefined {
	return thing instanceof PdfRef ? (pdf.getObject(thing) ?? undefined) : thing;
}

function listed(pdf: PDF, thing: PdfObject | undefined): PdfObject[] {
	const list = resolved(pdf, thing);
	return list instanceof PdfArray ? [...list] : [];
}

/** Compares objects of two files down to their last bytes; what was compared once is not compared again. */
function comparison(old: PDF, young: PDF) {
	const seen = new Set<string>();
	const same = (one: PdfObject | undefined, other: PdfObject | undefined): boolean => {
		if (one instanceof PdfRef && other instanceof PdfRef) {
			const pair = `${one.objectNumber}-${other.objectNumber}`;
			if (seen.has(pair)) return true;
			seen.add(pair);
		}
		const [a, b] = [resolved(old, one), resolved(young, other)];
		if (a === undefined || b === undefined) return a === b;
		if (a instanceof PdfStream || b instanceof PdfStream) {
			if (!(a instanceof PdfStream && b instanceof PdfStream)) return false;
			return Buffer.from(a.data).equals(Buffer.from(b.data)) && entries(a, b);
		}
		if (a instanceof PdfDict || b instanceof PdfDict)
			return a instanceof PdfDict && b instanceof PdfDict && entries(a, b);
		if (a instanceof PdfArray || b instanceof PdfArray) {
			if (!(a instanceof PdfArray && b instanceof PdfArray)) return false;
			const [left, right] = [[...a], [...b]];
			return left.length === right.length && left.every((item, place) => same(item, right[place]));
		}
		if (a instanceof PdfName || b instanceof PdfName) {
			return a instanceof PdfName && b instanceof PdfName && a.value === b.value;
		}
		if (a instanceof PdfNumber || b instanceof PdfNumber) {
			return a instanceof PdfNumber && b instanceof PdfNumber && a.value === b.value;
		}
		if (a instanceof PdfString || b instanceof PdfString) {
			return a instanceof PdfString && b instanceof PdfString && Buffer.from(a.bytes).equals(Buffer.from(b.bytes));
		}
		return a.type === b.type && JSON.stringify(a) === JSON.stringify(b);
	};
	const entries = (a: PdfDict, b: PdfDict): boolean => {
		const page = a.getName("Type")?.value === "Page";
		const keys = new Set([...a.keys(), ...b.keys()].map(({ value }) => value));
		for (const key of keys) {
			// Annotations of a page are looked at one by one.
			if (!(page && key === "Annots") && !same(a.get(key), b.get(key))) return false;
		}
		return true;
	};
	return same;
}

/** The form of a document holds nothing but signatures. */
function onlySignatures(pdf: PDF, catalogue: PdfDict): boolean {
	const form = resolved(pdf, catalogue.get("AcroForm"));
	if (form === undefined) return true;
	if (!(form instanceof PdfDict) || form.has("XFA")) return false;
	return listed(pdf, form.get("Fields")).every((field) => {
		const dict = resolved(pdf, field);
		return dict instanceof PdfDict && fieldType(pdf, dict) === "Sig";
	});
}

function fieldType(pdf: PDF, dict: PdfDict): string | undefined {
	const own = resolved(pdf, dict.get("FT"));
	if (own instanceof PdfName) return own.value;
	const parent = resolved(pdf, dict.get("Parent"));
	return parent instanceof PdfDict ? parent.getName("FT")?.value : undefined;
}

function isSignatureField(pdf: PDF, thing: PdfObject, mostArea: number): boolean {
	const dict = resolved(pdf, thing);
	if (!(dict instanceof PdfDict) || dict.getName("Subtype")?.value !== "Widget") return false;
	if (fieldType(pdf, dict) !== "Sig" || dict.has("A") || dict.has("AA")) return false;
	const [left = 0, bottom = 0, right = 0, top = 0] = listed(pdf, dict.get("Rect")).map((one) => {
		const number = resolved(pdf, one);
		return number instanceof PdfNumber ? number.value : 0;
	});
	return Math.abs((right - left) * (top - bottom)) <= mostArea;
}
