import type { Editor } from "@tiptap/core";
import { hrefFromInput } from "./content";
import type { Words } from "./messages";
import { makeButton } from "./parts";

/** The row that asks for the address of a link. It is no form of its own: forms cannot stand inside forms. */
export function makeLinkRow(editor: Editor, words: Words, id: string): { element: HTMLElement; toggle(): void } {
	const element = document.createElement("div");
	element.className = "gw-rich-text__link";
	element.setAttribute("role", "group");
	element.setAttribute("aria-label", words.link);
	element.hidden = true;
	const label = document.createElement("label");
	label.className = "kern-label";
	label.htmlFor = `${id}-link`;
	label.textContent = words.linkAddress;
	const input = document.createElement("input");
	input.id = `${id}-link`;
	input.type = "text";
	input.inputMode = "url";
	input.autocomplete = "off";
	input.className = "kern-form-input__input";
	const note = document.createElement("p");
	note.id = `${id}-link-note`;
	note.className = "gw-rich-text__note";
	note.setAttribute("aria-live", "polite");
	input.setAttribute("aria-describedby", note.id);

	const say = (refused: boolean) => {
		note.textContent = refused ? words.linkRefused : words.linkHint;
		input.setAttribute("aria-invalid", String(refused));
	};
	const close = () => {
		element.hidden = true;
		editor.commands.focus();
	};
	const apply = () => {
		const href = hrefFromInput(input.value);
		if (href === null) {
			say(true);
			input.focus();
			return;
		}
		const marked = editor.chain().extendMarkRange("link");
		if (editor.state.selection.empty && !editor.isActive("link"))
			marked
				.insertContent([{ type: "text", text: input.value.trim(), marks: [{ type: "link", attrs: { href } }] }])
				.run();
		else marked.setLink({ href }).run();
		close();
	};
	const remove = makeButton(words.linkRemove, () => {
		editor.chain().extendMarkRange("link").unsetLink().run();
		close();
	});
	input.addEventListener("keydown", (event) => {
		// Enter would send the whole form.
		if (event.key !== "Enter") return;
		event.preventDefault();
		apply();
	});
	element.addEventListener("keydown", (event) => {
		if (event.key === "Escape") close();
	});
	// What is typed here is no part of the form's draft.
	element.addEventListener("input", (event) => event.stopPropagation());
	element.append(label, input, note, makeButton(words.linkApply, apply), remove, makeButton(words.linkCancel, close));
	return {
		element,
		toggle() {
			if (!element.hidden) return close();
			input.value = String(editor.getAttributes("link").href ?? "");
			remove.hidden = !editor.isActive("link");
			say(false);
			element.hidden = false;
			input.focus();
		},
	};
}
