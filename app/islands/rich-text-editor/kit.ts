import StarterKit from "@tiptap/starter-kit";
import { safeHref } from "~/platform/rich-text/schema";

/** The parts of Tiptap that the house's schema knows, and none else. In live editing Yjs keeps the history instead. */
export function houseKit({ ownHistory }: { ownHistory: boolean }) {
	return StarterKit.configure({
		heading: { levels: [2, 3, 4] },
		link: { openOnClick: false, defaultProtocol: "https", isAllowedUri: (url) => safeHref(url) !== null },
		code: false,
		codeBlock: false,
		dropcursor: false,
		horizontalRule: false,
		strike: false,
		trailingNode: false,
		underline: false,
		...(!ownHistory && { undoRedo: false as const }),
	});
}
