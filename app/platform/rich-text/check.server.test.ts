import { describe, expect, test } from "vitest";
import { checkRichText, storedRichText } from "./check.server";

const text = (value: string, marks?: unknown) => ({ type: "text", text: value, ...(marks !== undefined && { marks }) });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const doc = (...content: unknown[]) => ({ type: "doc", content });
const link = (href: unknown, more: object = {}) => [{ type: "link", attrs: { href, ...more } }];
const nested = (levels: number): unknown =>
	levels === 0 ? paragraph(text("tief")) : { type: "blockquote", content: [nested(levels - 1)] };

describe("refused", () => {
	test.each([
		["no document", null, "text-unknown-part"],
		["a string", "doc", "text-unknown-part"],
		["an array", [], "text-unknown-part"],
		["a paragraph alone", paragraph(text("a")), "text-unknown-part"],
		["an empty document", doc(), "text-unknown-part"],
		["an image", doc({ type: "image", attrs: { src: "/x.png" } }), "text-unknown-part"],
		["a code block", doc({ type: "codeBlock", content: [text("a")] }), "text-unknown-part"],
		["an underline", doc(paragraph(text("a", [{ type: "underline" }]))), "text-unknown-part"],
		["a style", doc({ type: "paragraph", attrs: { style: "color:red" }, content: [] }), "text-unknown-part"],
		["a handler beside type", doc({ type: "paragraph", onclick: "x", content: [] }), "text-unknown-part"],
		["a first-level heading", doc({ type: "heading", attrs: { level: 1 }, content: [] }), "text-unknown-part"],
		["a level as text", doc({ type: "heading", attrs: { level: "2" }, content: [] }), "text-unknown-part"],
		["a heading without level", doc({ type: "heading", content: [text("a")] }), "text-unknown-part"],
		["an array instead of a text", doc(paragraph({ type: "text", text: ["a"] })), "text-unknown-part"],
		[
			"an object instead of a list",
			doc({ type: "paragraph", content: { 0: text("a"), length: 1 } }),
			"text-unknown-part",
		],
		["an array as type", doc({ type: ["paragraph"], content: [] }), "text-unknown-part"],
		["an empty text", doc(paragraph(text(""))), "text-unknown-part"],
		["text in the document", doc(text("a")), "text-unknown-part"],
		["a paragraph in a list", doc({ type: "bulletList", content: [paragraph(text("a"))] }), "text-unknown-part"],
		[
			"a list item without paragraph",
			doc({ type: "bulletList", content: [{ type: "listItem", content: [nested(1)] }] }),
			"text-unknown-part",
		],
		["an empty list", doc({ type: "bulletList", content: [] }), "text-unknown-part"],
		[
			"a start that is no number",
			doc({ type: "orderedList", attrs: { start: "1" }, content: [] }),
			"text-unknown-part",
		],
		["the same mark twice", doc(paragraph(text("a", [{ type: "bold" }, { type: "bold" }]))), "text-unknown-part"],
		[
			"__proto__",
			JSON.parse('{"type":"doc","content":[{"type":"paragraph"}],"__proto__":{"x":1}}'),
			"text-unknown-part",
		],
		["constructor", doc({ type: "constructor", content: [] }), "text-unknown-part"],
		["an inherited type", Object.create(doc(paragraph(text("a")))), "text-unknown-part"],
		["javascript:", doc(paragraph(text("a", link("javascript:alert(1)")))), "text-bad-link"],
		["javascript: with a tab", doc(paragraph(text("a", link("java\tscript:alert(1)")))), "text-bad-link"],
		["data:", doc(paragraph(text("a", link("data:text/html,x")))), "text-bad-link"],
		["a foreign host without scheme", doc(paragraph(text("a", link("//evil.example")))), "text-bad-link"],
		["a foreign host behind dots", doc(paragraph(text("a", link("/.//evil.example")))), "text-bad-link"],
		["a backslash", doc(paragraph(text("a", link("/\\evil.example")))), "text-bad-link"],
		["a password in a link", doc(paragraph(text("a", link("https://bank.example@evil.example")))), "text-bad-link"],
		["headers in mailto:", doc(paragraph(text("a", link("mailto:a@b.de?bcc=c@d.de")))), "text-bad-link"],
		["an array as address", doc(paragraph(text("a", link(["https://a.example"])))), "text-bad-link"],
		["a target", doc(paragraph(text("a", link("https://a.example", { target: "_blank" })))), "text-unknown-part"],
		["NUL", doc(paragraph(text("a\u0000b"))), "text-bad-character"],
		["a bidirectional override", doc(paragraph(text("a\u202eb"))), "text-bad-character"],
		["half a surrogate pair", doc(paragraph(text("a\ud83d"))), "text-bad-character"],
		["too deep", doc(nested(9)), "text-too-deep"],
		["too many nodes", doc(...Array.from({ length: 6_000 }, () => paragraph(text("a")))), "text-too-large"],
		["too long", doc(paragraph(text("ä".repeat(60_000)))), "text-too-large"],
	])("%s", (_name, json, code) => {
		expect(checkRichText(json)).toMatchObject({ done: false, refusals: [{ code }] });
	});

	test("a nesting of ten thousand levels does not overflow the stack", () => {
		let json: unknown = paragraph(text("a"));
		for (let level = 0; level < 10_000; level++) json = { type: "blockquote", content: [json] };
		expect(checkRichText(doc(json))).toMatchObject({ done: false, refusals: [{ code: "text-too-deep" }] });
	});
});

test("a stored text that is none is never shown", () => {
	expect(() => storedRichText({ type: "doc", content: [{ type: "script" }] })).toThrow("text-unknown-part");
	expect(storedRichText(doc(paragraph(text("a"))))).toEqual(doc(paragraph(text("a"))));
});

describe("let through", () => {
	test("every allowed part, made canonical", () => {
		const json = doc(
			{ type: "heading", attrs: { level: 3 }, content: [text("Der  Weg ")] },
			paragraph(text("fett ", [{ type: "bold" }]), text("und"), text(" "), text("schräg", [{ type: "italic" }])),
			paragraph(text("eins"), { type: "hardBreak", marks: [{ type: "bold" }] }, text("zwei")),
			{ type: "paragraph" },
			{ type: "orderedList", attrs: { start: 3 }, content: [{ type: "listItem", content: [paragraph(text("drei"))] }] },
			nested(8),
		);
		expect(checkRichText(json)).toEqual({
			done: true,
			value: doc(
				{ type: "heading", attrs: { level: 3 }, content: [text("Der Weg")] },
				paragraph(text("fett", [{ type: "bold" }]), text(" und "), text("schräg", [{ type: "italic" }])),
				paragraph(text("eins"), { type: "hardBreak" }, text("zwei")),
				{
					type: "orderedList",
					attrs: { start: 3 },
					content: [{ type: "listItem", content: [paragraph(text("drei"))] }],
				},
				nested(8),
			),
		});
	});

	test.each([
		["https://www.kvmyk.de/a?b=c#d", "https://www.kvmyk.de/a?b=c#d"],
		["HTTP://Mayen.de", "http://mayen.de/"],
		["https://de.wikipedia.org/wiki/Mayen_(Eifel)", "https://de.wikipedia.org/wiki/Mayen_%28Eifel%29"],
		["mailto:rathaus@mayen.de", "mailto:rathaus@mayen.de"],
		["tel:+49-2651-88.0", "tel:+49-2651-880"],
		["/beteiligung/radweg?seite=2#antwort", "/beteiligung/radweg?seite=2#antwort"],
	])("the link %s", (href, stored) => {
		expect(checkRichText(doc(paragraph(text("a", link(href)))))).toEqual({
			done: true,
			value: doc(paragraph(text("a", link(stored)))),
		});
	});
});
