import type { Block, Inline, RichText } from "~/platform/rich-text/schema";

/** Words in braces that an answer may hold; each contribution that it serves reads its own. */
const placeholders = ["nummer", "titel", "verfahren"] as const;
export type Placeholders = Record<(typeof placeholders)[number], string>;

const anyPlaceholder = /\{([a-zäöüß]+)\}/gi;

/** The first word in braces that is no placeholder, as it was typed; null when there is none. */
export function unknownPlaceholder(text: string): string | null {
	for (const [, word = ""] of text.matchAll(anyPlaceholder)) if (!isPlaceholder(word.toLowerCase())) return word;
	return null;
}

function isPlaceholder(word: string): word is keyof Placeholders {
	return (placeholders as readonly string[]).includes(word);
}

/** The text with its placeholders filled, once: what a title holds in braces stays as it is. */
export function fill(text: string, values: Placeholders): string {
	return text.replace(anyPlaceholder, (whole, word: string) => {
		const name = word.toLowerCase();
		return isPlaceholder(name) ? values[name] : whole;
	});
}

/** The same for a formatted text. */
export function fillRichText(text: RichText, values: Placeholders): RichText {
	const inline = (nodes: Inline[]): Inline[] =>
		nodes.map((node) => (node.type === "text" ? { ...node, text: fill(node.text, values) } : node));
	const block = (one: Block): Block => {
		switch (one.type) {
			case "paragraph":
			case "heading":
				return one.content ? { ...one, content: inline(one.content) } : one;
			case "blockquote":
				return { ...one, content: one.content.map(block) };
			case "bulletList":
			case "orderedList":
				return { ...one, content: one.content.map((item) => ({ ...item, content: item.content.map(block) })) };
		}
	};
	return { ...text, content: text.content.map(block) };
}
