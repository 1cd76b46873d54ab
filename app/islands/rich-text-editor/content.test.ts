import { expect, test } from "vitest";
import { checkRichText } from "~/platform/rich-text/check.server";
import { hrefFromInput, richTextOf } from "./content";

test.each([
	["www.kvmyk.de", "https://www.kvmyk.de/"],
	[" https://kvmyk.de/a ", "https://kvmyk.de/a"],
	["rathaus@mayen.de", "mailto:rathaus@mayen.de"],
	["0261 / 108-0", "tel:0261108-0"],
	["tel:+49 261 1080", "tel:+492611080"],
	["/beteiligung", "/beteiligung"],
	["Rathaus", null],
	["javascript:alert(1)", null],
	["//evil.example", null],
	["", null],
])("the typed address %j means %j", (typed, href) => {
	expect(hrefFromInput(typed)).toBe(href);
});

test("Tiptap's own attributes fall away, so that the server's check lets the text through", () => {
	const link = { type: "link", attrs: { href: "https://x.example", target: "_blank", rel: "noopener", class: null } };
	const text = richTextOf({
		type: "doc",
		content: [
			{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Weg" }] },
			{
				type: "orderedList",
				attrs: { start: 3, type: null },
				content: [
					{
						type: "listItem",
						content: [{ type: "paragraph", content: [{ type: "text", text: "drei", marks: [link] }] }],
					},
				],
			},
			{
				type: "paragraph",
				content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:x" } }] }],
			},
			{ type: "paragraph" },
		],
	});
	expect(checkRichText(JSON.parse(JSON.stringify(text)))).toEqual({ done: true, value: text });
	expect(JSON.stringify(text)).not.toMatch(/_blank|javascript/);
});
