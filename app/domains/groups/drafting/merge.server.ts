import { Schema } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { RichText } from "~/platform/rich-text/schema";

/** The house's rich text as ProseMirror knows it: only so can Yjs tell what a plain form changed. */
const schema = new Schema({
	nodes: {
		doc: { content: "block+" },
		paragraph: { content: "inline*", group: "block" },
		heading: { content: "inline*", group: "block", attrs: { level: { default: 2 } } },
		blockquote: { content: "block+", group: "block" },
		bulletList: { content: "listItem+", group: "block" },
		orderedList: { content: "listItem+", group: "block", attrs: { start: { default: 1 } } },
		listItem: { content: "paragraph block*" },
		hardBreak: { inline: true, group: "inline" },
		text: { group: "inline" },
	},
	marks: { link: { attrs: { href: {} } }, bold: {}, italic: {} },
});

/** Makes the fragment say this with few changes: equal paragraphs stay what they are, in changed ones the words between. */
export function mergeInto(fragment: Y.XmlFragment, content: RichText): void {
	const document = fragment.doc;
	if (!document) throw new Error("a text outside of a document cannot be changed");
	updateYFragment(document, fragment, schema.nodeFromJSON(content), { mapping: new Map(), isOMark: new Map() });
}
