import { expect, test } from "vitest";
import { linksOf, pieces } from "./mail-text";

test.each([
	["kein Verweis", [{ text: "kein Verweis" }]],
	["", []],
	[
		"Hier: http://localhost:3000/a?b=1&c=2.\nEnde",
		[
			{ text: "Hier: " },
			{ text: "http://localhost:3000/a?b=1&c=2", href: "http://localhost:3000/a?b=1&c=2" },
			{ text: ".\nEnde" },
		],
	],
	["(https://x.de/y)", [{ text: "(" }, { text: "https://x.de/y", href: "https://x.de/y" }, { text: ")" }]],
	["javascript:alert(1) data:text/html,x", [{ text: "javascript:alert(1) data:text/html,x" }]],
])("the text %j is split at its addresses", (text, expected) => {
	expect(pieces(text)).toEqual(expected);
});

test("links of an HTML mail are listed once, and only web addresses", () => {
	const html =
		'<a href="https://x.de/?a=1&amp;b=2">A</a><a class="b" href="https://x.de/?a=1&amp;b=2">B</a><a href="javascript:x">C</a>';
	expect(linksOf(html)).toEqual(["https://x.de/?a=1&b=2"]);
});
