import { describe, expect, test } from "vitest";
import { textFor } from "~/platform/i18n";
import { richTextFromMarkdown } from "./markdown";
import { messages } from "./messages";
import { readRichText } from "./read.server";
import { excerpt, plainText, renderRichText } from "./render.server";

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}
const said = (words: string) => ({
	type: "doc",
	content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
});

describe("reading a text from a form", () => {
	test("the editor's JSON wins", () => {
		const read = readRichText(form({ body: "alt", "body.json": JSON.stringify(said("neu")) }), "body");
		expect(read).toEqual({ done: true, value: said("neu") });
	});

	test.each(["", "{", '{"type":"script"}', JSON.stringify({ ...said("x"), extra: 1 })])(
		"the Markdown of the textarea is read when the JSON is %j",
		(json) => {
			expect(readRichText(form({ body: "alt", "body.json": json }), "body")).toEqual({
				done: true,
				value: said("alt"),
			});
		},
	);

	test("bad JSON and no Markdown is refused at the field", () => {
		expect(readRichText(form({ body: " ", "body.json": "{" }), "body")).toMatchObject({
			done: false,
			refusals: [{ code: "text-unknown-part", field: "body" }],
		});
	});

	test.each([
		["missing", {}, "text-missing"],
		["only white space", { body: " \n\t\n\u00a0" }, "text-missing"],
		["too long", { body: "wort ".repeat(21) }, "text-too-long"],
		["far too large", { body: "a".repeat(100_001) }, "text-too-large"],
		["a control character", { body: "a\u0007b" }, "text-bad-character"],
	])("%s", (_name, fields, code) => {
		const read = readRichText(form(fields), "body", { required: true, characters: 100 });
		expect(read).toMatchObject({ done: false, refusals: [{ code, field: "body" }] });
	});

	test("a file in place of the text is no text", () => {
		const data = new FormData();
		data.set("body", new File(["x"], "x.txt"));
		expect(readRichText(data, "body", { required: true })).toMatchObject({ refusals: [{ code: "text-missing" }] });
	});

	test("refusals are sentences", () => {
		expect(textFor("de", messages)("text-too-long", { now: 5210, most: 5000 })).toContain("5.210 Zeichen");
	});
});

describe("showing a text", () => {
	const text = richTextFromMarkdown(
		'# "A" & <b>\n[Rat](https://kvmyk.de/x?a=1&b=2) [hier](/a)\n1. eins\n2. zwei\n  - unter\n> Zitat',
	);

	test("as HTML, everything escaped, other hosts marked", () => {
		expect(renderRichText(text, { headingsFrom: 3, host: "example.org" })).toBe(
			'<h3>&quot;A&quot; &amp; &lt;b&gt;</h3><p><a href="https://kvmyk.de/x?a=1&amp;b=2" rel="nofollow noopener ugc">Rat</a> <a href="/a">hier</a></p><ol><li><p>eins</p></li><li><p>zwei</p><ul><li><p>unter</p></li></ul></li></ol><blockquote><p>Zitat</p></blockquote>',
		);
		expect(renderRichText(text, { host: "kvmyk.de" })).not.toContain("nofollow");
	});

	test.each([
		["## Erstens\n### Kleiner\n## Zweitens", "<h3>Erstens</h3><h4>Kleiner</h4><h3>Zweitens</h3>"],
		["# Oben\n### Tief\n## Mitte", "<h3>Oben</h3><h4>Tief</h4><h4>Mitte</h4>"],
		["### Tief\n# Oben", "<h3>Tief</h3><h3>Oben</h3>"],
	])("no level of headings is skipped: %j", (markdown, html) => {
		expect(renderRichText(richTextFromMarkdown(markdown), { headingsFrom: 3 })).toBe(html);
	});

	test("pieces shown in a row share their outline", () => {
		const openHeadings: number[] = [];
		const piece = (markdown: string) =>
			renderRichText(richTextFromMarkdown(markdown), { headingsFrom: 3, openHeadings });
		expect(["# Oben", "## Darunter", "# Oben"].map(piece)).toEqual([
			"<h3>Oben</h3>",
			"<h4>Darunter</h4>",
			"<h3>Oben</h3>",
		]);
	});

	test("as plain text", () => {
		expect(plainText(text)).toBe(
			'"A" & <b>\n\nRat (https://kvmyk.de/x?a=1&b=2) hier (/a)\n\n1. eins\n2. zwei\n   - unter\n\n> Zitat',
		);
	});

	test("as an excerpt cut at a word, never inside a character", () => {
		expect(excerpt(richTextFromMarkdown("Der Radweg\n\nam Rhein"), 100)).toBe("Der Radweg am Rhein");
		expect(excerpt(richTextFromMarkdown("Der Radweg am Rhein"), 14)).toBe("Der Radweg…");
		expect(excerpt(richTextFromMarkdown("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"), 2)).toBe("👩‍👩‍👧…");
	});
});
