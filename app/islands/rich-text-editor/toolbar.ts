import type { Editor } from "@tiptap/core";
import type { Words } from "./messages";
import { makeButton, moveByArrows } from "./parts";

type Tool = {
	words: keyof Words;
	keys?: string;
	run: (editor: Editor) => void;
	/** Whether the caret stands in what the tool makes; absent for tools that are no switch. */
	on?: (editor: Editor) => boolean;
	possible?: (editor: Editor) => boolean;
};

const tools: readonly Tool[] = [
	{ words: "bold", keys: "Control+B", run: (e) => e.chain().focus().toggleBold().run(), on: (e) => e.isActive("bold") },
	{
		words: "italic",
		keys: "Control+I",
		run: (e) => e.chain().focus().toggleItalic().run(),
		on: (e) => e.isActive("italic"),
	},
	{
		words: "heading",
		run: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
		on: (e) => e.isActive("heading", { level: 2 }),
	},
	{
		words: "subheading",
		run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
		on: (e) => e.isActive("heading", { level: 3 }),
	},
	{ words: "bulletList", run: (e) => e.chain().focus().toggleBulletList().run(), on: (e) => e.isActive("bulletList") },
	{
		words: "orderedList",
		run: (e) => e.chain().focus().toggleOrderedList().run(),
		on: (e) => e.isActive("orderedList"),
	},
	{ words: "blockquote", run: (e) => e.chain().focus().toggleBlockquote().run(), on: (e) => e.isActive("blockquote") },
];
const history: readonly Tool[] = [
	{ words: "undo", keys: "Control+Z", run: (e) => e.chain().focus().undo().run(), possible: (e) => e.can().undo() },
	{
		words: "redo",
		keys: "Control+Shift+Z",
		run: (e) => e.chain().focus().redo().run(),
		possible: (e) => e.can().redo(),
	},
];

/** The row of buttons above the editor, which follows the caret. */
export function makeToolbar(editor: Editor, words: Words, toggleLink: () => void): HTMLElement {
	const toolbar = document.createElement("div");
	toolbar.className = "gw-rich-text__toolbar";
	toolbar.setAttribute("role", "toolbar");
	toolbar.setAttribute("aria-label", words.toolbar);
	const link: Tool = { words: "link", run: toggleLink, on: (e) => e.isActive("link") };
	const all = [...tools, link, ...history];
	const buttons = all.map((tool) => {
		const button = makeButton(words[tool.words], () => {
			if (button.getAttribute("aria-disabled") !== "true") tool.run(editor);
		});
		if (tool.keys) button.setAttribute("aria-keyshortcuts", tool.keys);
		return button;
	});
	toolbar.append(...buttons);
	moveByArrows(toolbar, buttons);
	const show = () => {
		for (const [index, { on, possible }] of all.entries()) {
			if (on) buttons[index]?.setAttribute("aria-pressed", String(on(editor)));
			if (possible) buttons[index]?.setAttribute("aria-disabled", String(!possible(editor)));
		}
	};
	editor.on("transaction", show);
	show();
	return toolbar;
}
