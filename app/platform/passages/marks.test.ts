import fc from "fast-check";
import { expect, it } from "vitest";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { renderRichText } from "~/platform/rich-text/render.server";
import { readableOf } from "./block";
import { markedHtml } from "./marks";

const blockOf = (markdown: string) => {
	const [block] = richTextFromMarkdown(markdown).content;
	if (!block) throw new Error("no block");
	return { words: readableOf(block), html: renderRichText({ type: "doc", content: [block] }) };
};
const range = (words: string, quote: string) => ({
	start: words.indexOf(quote),
	end: words.indexOf(quote) + quote.length,
});

it.each([
	["Wir antworten in acht Wochen.", "acht Wochen", "<p>Wir antworten in <mark>acht Wochen</mark>.</p>"],
	[
		"Wir **antworten** schnell.",
		"antworten schnell",
		"<p>Wir <strong><mark>antworten</mark></strong><mark> schnell</mark>.</p>",
	],
	["Grün & Spiel < mehr", "& Spiel <", "<p>Grün <mark>&amp; Spiel &lt;</mark> mehr</p>"],
	["- eins\n- zwei drei", "zwei", "<ul><li><p>eins</p></li><li><p><mark>zwei</mark> drei</p></li></ul>"],
])("marks in %j the words %j", (markdown, quote, html) => {
	const block = blockOf(markdown);
	expect(markedHtml(block.html, block.words, [range(block.words, quote)])).toBe(html);
});

it("marks exactly the words of the ranges and changes nothing else", () => {
	const markdown = fc
		.array(fc.constantFrom("Rat", "**hört**", "*alle*", "<b>", "&", "„an“", "[hier](/x)", "\n- eins", "\n- zwei"), {
			minLength: 1,
			maxLength: 20,
		})
		.map((words) => words.join(" "));
	fc.assert(
		fc.property(markdown, fc.nat(80), fc.nat(30), (text, start, length) => {
			const { html, words } = blockOf(`Anfang ${text}`);
			const marked = markedHtml(html, words, [{ start, end: start + length }]);
			expect(marked.replaceAll(/<\/?mark>/g, "")).toBe(html);
			const inside = [...marked.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, found]) => found).join("");
			const plain = inside.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
			expect(plain.replaceAll(/\s/g, "")).toBe(words.slice(start, start + length).replaceAll(/\s/g, ""));
		}),
	);
});
