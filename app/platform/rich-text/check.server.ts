import type { Outcome } from "~/platform/outcome";
import { canonical } from "./canonical";
import {
	attributesOf,
	type Block,
	hasForbiddenCharacter,
	type Inline,
	type ListItem,
	type Mark,
	type RichText,
	richTextLimits,
	safeHref,
} from "./schema";

export type RichTextCode =
	| "text-unknown-part"
	| "text-bad-link"
	| "text-bad-character"
	| "text-too-deep"
	| "text-too-large";

class Refused extends Error {
	constructor(readonly code: RichTextCode) {
		super(code);
	}
}

type Walk = { nodes: number; characters: number };
type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks parsed JSON against our own schema and returns a fresh, canonical copy; nothing of the input is reused.
 * Refuses unknown nodes, marks and attributes, wrong nesting, links outside the list of schemes, control and
 * bidirectional characters, and what is too deep or too large. Never throws for bad input.
 */
export function checkRichText(json: unknown): Outcome<RichText, RichTextCode> {
	try {
		const doc = fieldsOf(json, ["type", "content"]);
		if (doc.type !== "doc") throw new Refused("text-unknown-part");
		const value = canonical({ type: "doc", content: blocksOf(doc.content, 0, { nodes: 1, characters: 0 }) });
		if (Buffer.byteLength(JSON.stringify(value)) > richTextLimits.bytes) throw new Refused("text-too-large");
		return { done: true, value };
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return refusal(error.code);
	}
}

/**
 * A text as it comes from the database, typed by the same check. Throws when it is none: then somebody wrote past the
 * check, and nothing of it may be shown.
 */
export function storedRichText(json: unknown): RichText {
	const checked = checkRichText(json);
	if (!checked.done) throw new Error(`stored rich text is not valid: ${checked.refusals[0]?.code}`);
	return checked.value;
}

function refusal(code: RichTextCode): Outcome<RichText, RichTextCode> {
	return {
		done: false,
		refusals: [{ code, values: { levels: richTextLimits.depth, kilobytes: richTextLimits.bytes / 1_000 } }],
	};
}

/** The refusal of input that is too long to be looked at. */
export function tooLarge(): Outcome<RichText, RichTextCode> {
	return refusal("text-too-large");
}

/** A plain object with no other keys than these; `__proto__` as an own key is such another key. */
function fieldsOf(value: unknown, allowed: readonly string[]): Fields {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Refused("text-unknown-part");
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) throw new Refused("text-unknown-part");
	if (Reflect.ownKeys(value).some((key) => typeof key !== "string" || !allowed.includes(key)))
		throw new Refused("text-unknown-part");
	return Object.fromEntries(Object.entries(value));
}

function listOf(value: unknown, walk: Walk): unknown[] {
	if (!Array.isArray(value)) throw new Refused("text-unknown-part");
	walk.nodes += value.length;
	if (walk.nodes > richTextLimits.nodes) throw new Refused("text-too-large");
	return value;
}

function attributes(type: string, value: unknown): Fields {
	return value === undefined ? {} : fieldsOf(value, attributesOf[type] ?? []);
}

function blocksOf(value: unknown, depth: number, walk: Walk): Block[] {
	const blocks = listOf(value, walk).map((block) => blockOf(block, depth, walk));
	if (blocks.length === 0) throw new Refused("text-unknown-part");
	return blocks;
}

function blockOf(value: unknown, depth: number, walk: Walk): Block {
	const node = fieldsOf(value, ["type", "attrs", "content"]);
	if (typeof node.type !== "string") throw new Refused("text-unknown-part");
	const attrs = attributes(node.type, node.attrs);
	switch (node.type) {
		case "paragraph":
			return { type: "paragraph", content: inlinesOf(node.content, walk) };
		case "heading": {
			const { level } = attrs;
			if (level !== 2 && level !== 3 && level !== 4) throw new Refused("text-unknown-part");
			return { type: "heading", attrs: { level }, content: inlinesOf(node.content, walk) };
		}
		case "bulletList":
			return { type: "bulletList", content: itemsOf(node.content, deeper(depth), walk) };
		case "orderedList": {
			const start = attrs.start ?? 1;
			if (typeof start !== "number" || !Number.isInteger(start) || start < 0 || start > richTextLimits.start)
				throw new Refused("text-unknown-part");
			return { type: "orderedList", attrs: { start }, content: itemsOf(node.content, deeper(depth), walk) };
		}
		case "blockquote":
			return { type: "blockquote", content: blocksOf(node.content, deeper(depth), walk) };
		default:
			throw new Refused("text-unknown-part");
	}
}

function deeper(depth: number): number {
	if (depth + 1 > richTextLimits.depth) throw new Refused("text-too-deep");
	return depth + 1;
}

function itemsOf(value: unknown, depth: number, walk: Walk): ListItem[] {
	const items = listOf(value, walk).map((item): ListItem => {
		const node = fieldsOf(item, ["type", "content"]);
		if (node.type !== "listItem") throw new Refused("text-unknown-part");
		const content = blocksOf(node.content, depth, walk);
		if (content[0]?.type !== "paragraph") throw new Refused("text-unknown-part");
		return { type: "listItem", content };
	});
	if (items.length === 0) throw new Refused("text-unknown-part");
	return items;
}

function inlinesOf(value: unknown, walk: Walk): Inline[] {
	return value === undefined ? [] : listOf(value, walk).map((inline) => inlineOf(inline, walk));
}

function inlineOf(value: unknown, walk: Walk): Inline {
	const node = fieldsOf(value, ["type", "text", "marks"]);
	const marks = node.marks === undefined ? [] : listOf(node.marks, walk).map(markOf);
	if (new Set(marks.map((mark) => mark.type)).size !== marks.length) throw new Refused("text-unknown-part");
	// ProseMirror puts the marks of a selection on its breaks too; a break has no look of its own.
	if (node.type === "hardBreak" && node.text === undefined) return { type: "hardBreak" };
	if (node.type !== "text" || typeof node.text !== "string" || node.text === "") throw new Refused("text-unknown-part");
	walk.characters += node.text.length;
	if (walk.characters > richTextLimits.bytes) throw new Refused("text-too-large");
	if (hasForbiddenCharacter(node.text)) throw new Refused("text-bad-character");
	return { type: "text", text: node.text, marks };
}

function markOf(value: unknown): Mark {
	const mark = fieldsOf(value, ["type", "attrs"]);
	if (mark.type === "link") {
		const { href } = attributes("link", mark.attrs);
		const safe = typeof href === "string" ? safeHref(href) : null;
		if (safe === null) throw new Refused("text-bad-link");
		return { type: "link", attrs: { href: safe } };
	}
	if ((mark.type === "bold" || mark.type === "italic") && mark.attrs === undefined) return { type: mark.type };
	throw new Refused("text-unknown-part");
}
