import { forgetSentDrafts } from "./sent-drafts";

/**
 * Finds `data-island="one two"` and loads only those scripts. An island is a module whose default export gets the
 * element; the page must work without it. `rich-text` and others come from their own files in this folder.
 */
type Island = { default: (element: HTMLElement) => void };

const islands = import.meta.glob<Island>(["./*.ts", "!./main.ts", "!./sent-drafts.ts", "!./*.test.ts"]);

// Before the islands start, or keep-draft would restore what has just arrived.
forgetSentDrafts();

for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
	for (const name of element.dataset.island?.split(/\s+/) ?? []) {
		islands[`./${name}.ts`]?.()
			.then((island) => island.default(element))
			.catch((error: unknown) => console.warn(`Island ${name} did not start`, error));
	}
}
