import * as Y from "yjs";
import { attributesOf, safeHref } from "~/platform/rich-text/schema";
import { fragmentName } from "../document-text.server";

const nodes = new Set(["paragraph", "heading", "blockquote", "bulletList", "orderedList", "listItem", "hardBreak"]);
const marks = new Set(["bold", "italic", "link"]);
/** What Tiptap writes beside the house's own attributes; it falls away when the text is stored. */
const attributes = new Set([...Object.values(attributesOf).flat(), "type"]);

/** Bytes of one message from an editor: a pasted text of full length, with room. */
const mostUpdateBytes = 600_000;

/**
 * Whether everything that an update brings is known to the house's schema: names of elements, marks and attributes, link
 * addresses, no embedded things, no second text beside the text. Asked before it reaches the others; how the parts stand
 * inside each other is checked when the text is stored. Never throws for bad input.
 */
export function isKnownUpdate(update: Uint8Array): boolean {
	if (update.length > mostUpdateBytes) return false;
	try {
		return Y.decodeUpdate(update).structs.every((struct) => !(struct instanceof Y.Item) || isKnownItem(struct));
	} catch {
		return false;
	}
}

function isKnownItem(item: Y.Item): boolean {
	// while it is not part of a document, the parent of an item at the top is the name of its text
	const parent: unknown = item.parent;
	if (typeof parent === "string" && parent !== fragmentName) return false;
	const { content } = item;
	if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return true;
	if (content instanceof Y.ContentType) {
		if (content.type instanceof Y.XmlText) return true;
		return content.type instanceof Y.XmlElement && nodes.has(content.type.nodeName);
	}
	if (content instanceof Y.ContentFormat) return isKnownMark(content.key, content.value);
	if (content instanceof Y.ContentAny) return item.parentSub === null || attributes.has(item.parentSub);
	return false;
}

function isKnownMark(name: string, value: unknown): boolean {
	if (!marks.has(name)) return false;
	if (value === null || name !== "link") return true;
	const href: unknown = typeof value === "object" && "href" in value ? value.href : null;
	return typeof href === "string" && safeHref(href) !== null;
}
