import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Outcome } from "~/platform/outcome";
import { checkRichText, type RichTextCode } from "~/platform/rich-text/check.server";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { mergeInto } from "./merge.server";

/** Name of the text inside a Yjs document; Tiptap's own default, so that the editor needs no setting. */
export const fragmentName = "default";

/** Bytes of a stored Yjs document with all its history. A text of full length that is rewritten twenty times stays below. */
export const mostStateBytes = 4_000_000;

export type TextCode = RichTextCode;

/** A Yjs document from its stored state. Throws when the state is broken: then nothing may be built on it. */
export function documentFrom(state: Uint8Array): Y.Doc {
	const document = new Y.Doc();
	Y.applyUpdate(document, state);
	return document;
}

/** The whole Yjs document as one update. */
export function stateOf(document: Y.Doc): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Y.encodeStateAsUpdate(document));
}

/**
 * What the text of a Yjs document says, checked against the house's schema: a part that the schema does not know is
 * refused and not left out. Attributes that Tiptap adds by itself (target, rel, class of links) fall away.
 */
export function contentOf(document: Y.Doc): Outcome<RichText, TextCode> {
	const json: unknown = yXmlFragmentToProsemirrorJSON(document.getXmlFragment(fragmentName));
	const content = (json as { content?: unknown[] }).content ?? [];
	return checkRichText({ type: "doc", content: content.length > 0 ? content.map(pruned) : [{ type: "paragraph" }] });
}

/**
 * For each top-level part of the Yjs document the paragraph of the stored text with which it begins: empty ones are not
 * stored, and two line breaks in one are two paragraphs.
 */
export function paragraphStarts(document: Y.Doc): number[] {
	const json: unknown = yXmlFragmentToProsemirrorJSON(document.getXmlFragment(fragmentName));
	const parts = (json as { content?: unknown[] }).content ?? [];
	let next = 0;
	return parts.map((part) => {
		const start = next;
		const checked = checkRichText({ type: "doc", content: [pruned(part)] });
		if (checked.done && !isEmptyRichText(checked.value)) next += checked.value.content.length;
		return start;
	});
}

/** Makes the document say this, changing as little as possible, so that what others write meanwhile stays. */
export function writeContent(document: Y.Doc, content: RichText): void {
	document.transact(() => mergeInto(document.getXmlFragment(fragmentName), content));
}

/** A new Yjs document that says this. */
export function documentSaying(content: RichText): Y.Doc {
	const document = new Y.Doc();
	writeContent(document, content);
	return document;
}

const tiptapsOwn: Readonly<Record<string, readonly string[]>> = {
	link: ["target", "rel", "class", "title"],
	orderedList: ["type"],
};

type Loose = { type?: unknown; attrs?: unknown; marks?: unknown; content?: unknown };

function pruned(node: unknown): unknown {
	if (typeof node !== "object" || node === null) return node;
	const { attrs, marks, content, ...rest } = node as Loose;
	return {
		...rest,
		...ownAttributes(rest.type, attrs),
		...(Array.isArray(marks) && { marks: marks.map(pruned) }),
		...(Array.isArray(content) && { content: content.map(pruned) }),
	};
}

function ownAttributes(type: unknown, attrs: unknown): { attrs?: unknown } {
	if (typeof attrs !== "object" || attrs === null) return {};
	const dropped = typeof type === "string" ? (tiptapsOwn[type] ?? []) : [];
	const kept = Object.entries(attrs).filter(([name]) => !dropped.includes(name));
	return kept.length > 0 ? { attrs: Object.fromEntries(kept) } : {};
}
