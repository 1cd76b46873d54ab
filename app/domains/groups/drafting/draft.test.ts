import { expect, test } from "vitest";
import * as Y from "yjs";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import { contentOf, documentFrom, documentSaying, fragmentName, stateOf, writeContent } from "./document-text.server";
import { anchorOf, placeAt, placeOf, replaceAt } from "./place.server";

const text = "## Ziele\n\nDer **Arbeitskreis** berät.\n\n- Busse fahren öfter\n- Züge auch\n\nEnde.";
const saying = (markdown: string) => documentSaying(richTextFromMarkdown(markdown));
const said = (document: Y.Doc) => {
	const content = contentOf(document);
	return content.done ? markdownFromRichText(content.value) : content.refusals[0]?.code;
};
const none = { before: "", after: "" };

test("what is written into a document is read out of it, also out of its stored state", () => {
	const document = saying(text);
	expect(said(document)).toBe(text);
	expect(said(documentFrom(stateOf(document)))).toBe(text);
	expect(said(new Y.Doc())).toBe("");
});

test("a form changes only what it changed, so that what others wrote meanwhile stays", () => {
	const here = saying(text);
	const there = documentFrom(stateOf(here));
	writeContent(here, richTextFromMarkdown(text.replace("Züge auch", "Züge nachts")));
	writeContent(there, richTextFromMarkdown(text.replace("Ende.", "Anfang und Ende.")));
	Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
	expect(said(here)).toBe(text.replace("Züge auch", "Züge nachts").replace("Ende.", "Anfang und Ende."));
});

test.each([
	["an unknown node", (fragment: Y.XmlFragment) => fragment.push([new Y.XmlElement("table")])],
	["text outside of a paragraph", (fragment: Y.XmlFragment) => fragment.push([new Y.XmlText("x")])],
	[
		"an unknown mark",
		(fragment: Y.XmlFragment) => {
			const paragraph = new Y.XmlElement("paragraph");
			const words = new Y.XmlText();
			words.insert(0, "x", { blink: {} });
			paragraph.push([words]);
			fragment.push([paragraph]);
		},
	],
	[
		"an unknown attribute",
		(fragment: Y.XmlFragment) => {
			const paragraph = new Y.XmlElement("paragraph");
			paragraph.setAttribute("onclick", "x");
			fragment.push([paragraph]);
		},
	],
])("%s is refused and not left out", (_, spoil) => {
	const document = saying(text);
	spoil(document.getXmlFragment(fragmentName));
	expect(said(document)).toBe("text-unknown-part");
});

test("a broken state is said and never becomes an empty text", () => {
	expect(() => documentFrom(Uint8Array.from([1, 2, 3, 250, 250]))).toThrow();
});

test("a place is found again after others wrote before, inside and behind it; gone words are gone", () => {
	const document = saying(text);
	const place = placeOf(document, "arbeitskreis BERÄT", none);
	if (!("found" in place)) throw new Error(place.refused);
	const anchor = anchorOf(place.found);
	if (!anchor) throw new Error("no anchor");
	expect(placeAt(document, anchor)?.words).toBe("Arbeitskreis berät");
	const inside = text.replace("berät", "trifft sich, berät");
	writeContent(document, richTextFromMarkdown(`Vorspann\n\n${inside}`));
	writeContent(document, richTextFromMarkdown(`Vorspann\n\n${inside.replace("berät.", "berät. Mehr.")}`));
	expect(placeAt(document, anchor)).toMatchObject({ block: 2, words: "Arbeitskreis trifft sich, berät" });
	writeContent(document, richTextFromMarkdown("Nur noch das."));
	expect(placeAt(document, anchor)).toBeNull();
});

test("words that stand in several places need what stands around them", () => {
	const document = saying("Der Bus fährt.\n\nDer Bus hält.");
	expect(placeOf(document, "Der Bus", none)).toEqual({ refused: "quote-in-several-places" });
	expect(placeOf(document, "Bus Bus", none)).toEqual({ refused: "quote-not-found" });
	expect(placeOf(document, "Der Bus", { before: "", after: " hält" })).toMatchObject({ found: { block: 1 } });
});

test("an accepted suggestion replaces exactly its passage and keeps its look", () => {
	const document = saying(text);
	const place = placeOf(document, "Arbeitskreis", none);
	if (!("found" in place)) throw new Error(place.refused);
	expect(replaceAt(document, place.found, "Beirat").words).toBe("Beirat");
	expect(said(document)).toBe(text.replace("Arbeitskreis", "Beirat"));
});
