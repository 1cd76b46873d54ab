import { Editor } from "@tiptap/core";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import { richTextOf } from "./rich-text-editor/content";
import { houseKit } from "./rich-text-editor/kit";
import { makeLinkRow } from "./rich-text-editor/link-row";
import { wordsOfPage } from "./rich-text-editor/messages";
import { readablePaste } from "./rich-text-editor/paste";
import { makeToolbar } from "./rich-text-editor/toolbar";

const PAUSE_MS = 150;

/**
 * Sets a Tiptap editor on a textarea of simple Markdown. The textarea stays in the form, hidden, and always holds the
 * Markdown of what the editor shows (drafts and validation read it); the exact text goes along as JSON in `<name>.json`.
 */
export default function richText(textarea: HTMLElement): void {
	if (textarea instanceof HTMLTextAreaElement && !textarea.disabled && !textarea.readOnly) edit(textarea);
}

function edit(textarea: HTMLTextAreaElement): void {
	const words = wordsOfPage();
	const id = textarea.id || `${textarea.name}-text`;
	const label = textarea.labels[0] ?? null;
	const hadFocus = document.activeElement === textarea;
	const frame = document.createElement("div");
	frame.className = "gw-rich-text";
	const json = document.createElement("input");
	json.type = "hidden";
	json.name = `${textarea.name}.json`;

	let waiting: ReturnType<typeof setTimeout> | undefined;
	let writing = false;
	const editor = new Editor({
		element: frame,
		injectNonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content,
		content: richTextFromMarkdown(textarea.value),
		extensions: [houseKit({ ownHistory: true })],
		editorProps: {
			attributes: { ...rolesFrom(textarea, label, id), class: "gw-rich-text__text gw-prose gw-flow" },
			// Tab always leaves the editor, also inside lists (WCAG 2.1.2).
			transformPastedHTML: readablePaste,
			handleDOMEvents: { keydown: (_view, event) => event.key === "Tab" },
		},
		onUpdate: () => {
			clearTimeout(waiting);
			waiting = setTimeout(write, PAUSE_MS);
		},
		onBlur: () => write(),
	});
	function write(): void {
		clearTimeout(waiting);
		const text = richTextOf(editor.getJSON());
		const markdown = markdownFromRichText(text);
		json.value = JSON.stringify(text);
		if (markdown === textarea.value) return;
		textarea.value = markdown;
		writing = true;
		textarea.dispatchEvent(new Event("input", { bubbles: true }));
		writing = false;
	}
	function read(): void {
		editor.commands.setContent(richTextFromMarkdown(textarea.value), { emitUpdate: false });
		write();
	}

	const linkRow = makeLinkRow(editor, words, id);
	frame.prepend(makeToolbar(editor, words, linkRow.toggle), linkRow.element);
	textarea.before(frame);
	textarea.after(json);
	// The address of error summaries now is the editor; a hidden textarea could neither be focused nor complain.
	textarea.id = `${id}-markdown`;
	textarea.hidden = true;
	textarea.required = false;
	label?.addEventListener("click", () => editor.commands.focus());
	// Another script (a restored draft) or the form's reset gave the textarea a new text.
	textarea.addEventListener("input", () => {
		if (!writing) read();
	});
	textarea.form?.addEventListener("reset", () => setTimeout(read));
	textarea.form?.addEventListener("submit", write, { capture: true });
	write();
	if (hadFocus) editor.commands.focus("end");
}

/** What the textarea was to a screen reader, the editor is now. */
function rolesFrom(textarea: HTMLTextAreaElement, label: HTMLLabelElement | null, id: string): Record<string, string> {
	const roles: Record<string, string> = { id, role: "textbox", "aria-multiline": "true" };
	if (label) {
		label.id ||= `${id}-label`;
		roles["aria-labelledby"] = label.id;
	} else roles["aria-label"] = textarea.getAttribute("aria-label") ?? textarea.name;
	for (const name of ["aria-describedby", "aria-invalid", "lang", "dir", "spellcheck"]) {
		const value = textarea.getAttribute(name);
		if (value !== null) roles[name] = value;
	}
	if (textarea.required) roles["aria-required"] = "true";
	return roles;
}
