import * as Y from "yjs";
import { findQuote } from "~/platform/passages/anchor";
import { fragmentName } from "./document-text.server";

/** Where words stand in a Yjs document: relative positions, which move along with what others write. */
export type Anchor = { start: Uint8Array<ArrayBuffer>; end: Uint8Array<ArrayBuffer> };

/** A place that was found again: which paragraph of the text (counted from 0), and the words that stand there now. */
export type FoundPlace = { block: number; line: Line; start: number; end: number; words: string };

/** A paragraph or heading anywhere in the text; its hard breaks count as one character each. */
type Line = { element: Y.XmlElement; block: number; words: string };

const isLine = (element: Y.XmlElement) => element.nodeName === "paragraph" || element.nodeName === "heading";

/** All paragraphs and headings of the text in reading order, with the top-level block they stand in. */
function linesOf(document: Y.Doc): Line[] {
	const lines: Line[] = [];
	const walk = (element: unknown, block: number) => {
		if (!(element instanceof Y.XmlElement)) return;
		if (isLine(element)) lines.push({ element, block, words: wordsOf(element) });
		else for (const child of element.toArray()) walk(child, block);
	};
	for (const [block, element] of document.getXmlFragment(fragmentName).toArray().entries()) walk(element, block);
	return lines;
}

function textIn(text: Y.XmlText): string {
	const delta: { insert?: unknown }[] = text.toDelta();
	return delta.map(({ insert }) => (typeof insert === "string" ? insert : " ")).join("");
}

function wordsOf(element: Y.XmlElement): string {
	return element
		.toArray()
		.map((child) => (child instanceof Y.XmlText ? textIn(child) : "\n"))
		.join("");
}

/** The piece of text that holds a place of a line; a place at a seam belongs to the piece before it. */
function pieceAt(
	element: Y.XmlElement,
	place: number,
	side: "start" | "end",
): { text: Y.XmlText; index: number } | null {
	let from = 0;
	for (const child of element.toArray()) {
		const length = child instanceof Y.XmlText ? child.length : 1;
		const isInside = side === "start" ? place < from + length : place <= from + length;
		if (child instanceof Y.XmlText && place >= from && isInside) return { text: child, index: place - from };
		from += length;
	}
	return null;
}

export type QuoteRefusal = "quote-not-found" | "quote-in-several-places";

/**
 * Finds quoted words, however they were typed, in one paragraph of the text.
 * @param around what stands before and after, when the page knows it: it decides between several places
 */
export function placeOf(
	document: Y.Doc,
	quote: string,
	around: { before: string; after: string },
): { found: FoundPlace } | { refused: QuoteRefusal } {
	const hits = linesOf(document).flatMap((line) => {
		const range = findQuote(line.words, quote, around);
		return range ? [{ block: line.block, line, ...range, words: line.words.slice(range.start, range.end) }] : [];
	});
	const fits = hits.filter(({ line, start, end }) => {
		const { before, after } = around;
		return line.words.slice(0, start).endsWith(before.trimStart()) && line.words.slice(end).startsWith(after.trimEnd());
	});
	const [only, ...more] = around.before || around.after ? (fits.length > 0 ? fits : hits) : hits;
	if (!only) return { refused: "quote-not-found" };
	const again = only.line.words.indexOf(only.words, only.start + 1) >= 0 && !around.before && !around.after;
	return more.length > 0 || again ? { refused: "quote-in-several-places" } : { found: only };
}

/** The anchor of a found place. */
export function anchorOf({ line, start, end }: FoundPlace): Anchor | null {
	const first = pieceAt(line.element, start, "start");
	const last = pieceAt(line.element, end, "end");
	if (!first || !last) return null;
	// the end holds on to the last character itself, so that what is written behind it stays outside
	const encode = (text: Y.XmlText, index: number, side: number) =>
		new Uint8Array(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, side)));
	return { start: encode(first.text, first.index, 0), end: encode(last.text, last.index, -1) };
}

/** Where an anchor stands now; null when its words are gone. */
export function placeAt(document: Y.Doc, anchor: { start: Uint8Array; end: Uint8Array }): FoundPlace | null {
	const at = (encoded: Uint8Array) =>
		Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(encoded), document);
	const [first, last] = [at(anchor.start), at(anchor.end)];
	if (!first || !last) return null;
	for (const line of linesOf(document)) {
		const start = placeIn(line.element, first.type, first.index);
		const end = placeIn(line.element, last.type, last.index);
		if (start === null || end === null || end <= start) continue;
		return { block: line.block, line, start, end, words: line.words.slice(start, end) };
	}
	return null;
}

function placeIn(element: Y.XmlElement, type: unknown, index: number): number | null {
	let from = 0;
	for (const child of element.toArray()) {
		if (child === type) return from + index;
		from += child instanceof Y.XmlText ? child.length : 1;
	}
	return null;
}

/** Puts other words where the place is; they look like the first character that stood there. */
export function replaceAt(document: Y.Doc, place: FoundPlace, replacement: string): FoundPlace {
	document.transact(() => {
		const { element } = place.line;
		const first = pieceAt(element, place.start, "start");
		const look = first ? lookAt(first.text, first.index) : {};
		let from = 0;
		let toInsert = replacement;
		for (const child of element.toArray()) {
			const length = child instanceof Y.XmlText ? child.length : 1;
			const [start, end] = [Math.max(place.start, from) - from, Math.min(place.end, from + length) - from];
			if (child instanceof Y.XmlText && end > start) {
				child.delete(start, end - start);
				if (toInsert !== "") child.insert(start, toInsert, look);
				toInsert = "";
			}
			from += length;
		}
	});
	const words = wordsOf(place.line.element);
	const end = place.start + replacement.length;
	return { ...place, line: { ...place.line, words }, end, words: words.slice(place.start, end) };
}

function lookAt(text: Y.XmlText, index: number): Record<string, unknown> {
	const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
	let from = 0;
	for (const { insert, attributes } of delta) {
		const length = typeof insert === "string" ? insert.length : 1;
		if (index < from + length) return attributes ?? {};
		from += length;
	}
	return {};
}
