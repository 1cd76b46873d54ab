import { Editor } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import { connectLive, type LiveState } from "./live-draft-editor/connection";
import { endedWords, liveWordsOfPage } from "./live-draft-editor/messages";
import { drawCaret, drawSelection, makePeopleList } from "./live-draft-editor/people";
import { houseKit } from "./rich-text-editor/kit";
import { makeLinkRow } from "./rich-text-editor/link-row";
import { wordsOfPage } from "./rich-text-editor/messages";
import { readablePaste } from "./rich-text-editor/paste";
import { makeToolbar } from "./rich-text-editor/toolbar";

/**
 * Puts the live editor in the place of the plain form, once the text has come. Where it cannot connect, the form stays; it
 * also stays when somebody has begun to type in it.
 */
export default function liveDraft(holder: HTMLElement): void {
	const { address, document: name, label = "", writes } = holder.dataset;
	const plain = document.getElementById(holder.dataset.fallback ?? "");
	if (!address || !name || !plain) return;
	const words = liveWordsOfPage();
	const status = document.createElement("p");
	status.className = "gw-live__status";
	// Only what somebody must know to lose nothing is spoken; "saved" and "saving" change in silence.
	const alarm = document.createElement("p");
	alarm.className = "gw-live__alarm";
	alarm.setAttribute("role", "status");

	let editor: Editor | undefined;
	const show = (state: LiveState) => {
		const isCalm = state.kind === "saved" || state.kind === "saving";
		const calm = writes ? (state.kind === "saving" ? words.saving : words.saved) : words.reading;
		status.textContent = isCalm ? calm : "";
		const said = isCalm ? "" : sentence(state);
		if (alarm.textContent !== said) alarm.textContent = said;
		holder.dataset.state = state.kind;
		if (state.kind === "ended") editor?.setEditable(false);
	};
	const sentence = (state: LiveState): string => {
		if (state.kind === "ended")
			return [endedWords(words, state.why), state.unsaved ? words.unsaved : ""].join(" ").trim();
		return state.kind === "offline" || state.kind === "refused" ? words[state.kind] : words.waiting;
	};

	const live = connectLive({ address, name }, show);
	live.ready.then((refused) => {
		const field = plain.querySelector("textarea");
		if (refused !== null || (field && field.value !== field.defaultValue)) {
			live.provider.destroy();
			return;
		}
		editor = build();
		plain.hidden = true;
		holder.hidden = false;
	});

	function build(): Editor {
		const frame = document.createElement("div");
		frame.className = "gw-rich-text gw-live";
		const made = new Editor({
			element: frame,
			editable: writes !== undefined,
			injectNonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content,
			extensions: [
				houseKit({ ownHistory: false }),
				Collaboration.configure({ document: live.document }),
				CollaborationCaret.configure({
					provider: live.provider,
					// the server puts in the name; nobody says it themselves
					user: { name: "" },
					render: drawCaret,
					selectionRender: drawSelection,
				}),
			],
			editorProps: {
				attributes: {
					role: "textbox",
					"aria-multiline": "true",
					"aria-label": label,
					...(writes === undefined && { "aria-readonly": "true" }),
					class: "gw-rich-text__text gw-prose gw-flow",
				},
				transformPastedHTML: readablePaste,
				// Tab always leaves the editor, also inside lists (WCAG 2.1.2).
				handleDOMEvents: { keydown: (_view, event) => event.key === "Tab" },
			},
		});
		if (writes !== undefined) {
			const toolWords = wordsOfPage();
			const linkRow = makeLinkRow(made, toolWords, "live-draft");
			frame.prepend(makeToolbar(made, toolWords, linkRow.toggle), linkRow.element);
		}
		holder.prepend(makePeopleList(live.provider, words.here), frame, status, alarm);
		return made;
	}
}
