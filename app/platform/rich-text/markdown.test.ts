import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "./canonical";
import { checkRichText } from "./check.server";
import { richTextFromMarkdown } from "./markdown";
import { plainText, renderRichText } from "./render.server";
import type { Block, Inline, ListItem, Mark, RichText } from "./schema";
import { markdownFromRichText } from "./to-markdown";

const html = (markdown: string) => renderRichText(richTextFromMarkdown(markdown));

describe("what people type", () => {
	test.each([
		["", "<p></p>"],
		["eins\nzwei\n\ndrei", "<p>eins<br>zwei</p><p>drei</p>"],
		["# Groß\n## Mittel\n###### Klein", "<h2>Groß</h2><h3>Mittel</h3><h4>Klein</h4>"],
		[
			"Wir wollen:\n- Bänke\n* Bäume\n\n- Schatten",
			"<p>Wir wollen:</p><ul><li><p>Bänke</p></li><li><p>Bäume</p></li><li><p>Schatten</p></li></ul>",
		],
		["1. eins\n1. zwei\n  - unter", "<ol><li><p>eins</p></li><li><p>zwei</p><ul><li><p>unter</p></li></ul></li></ol>"],
		["12. Mai 2026: Sitzung", "<p>12. Mai 2026: Sitzung</p>"],
		["3) drei\n4) vier", '<ol start="3"><li><p>drei</p></li><li><p>vier</p></li></ol>'],
		["> eins\n> zwei\nda", "<blockquote><p>eins<br>zwei</p></blockquote><p>da</p>"],
		[
			"**fett**, *schräg*, ***beides***",
			"<p><strong>fett</strong>, <em>schräg</em>, <strong><em>beides</em></strong></p>",
		],
		["2 * 3 * 4 und 5*6", "<p>2 * 3 * 4 und 5*6</p>"],
		["Bürger*innen und *Gäste*", "<p>Bürger*innen und <em>Gäste</em></p>"],
		["**offen", "<p>**offen</p>"],
		["[Kreis](https://www.kvmyk.de)", '<p><a href="https://www.kvmyk.de/" rel="nofollow noopener ugc">Kreis</a></p>'],
		["[**x**](/a)", '<p><a href="/a"><strong>x</strong></a></p>'],
		["[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"],
		["<script>alert(1)</script> `code` ![b](c)", "<p>&lt;script&gt;alert(1)&lt;/script&gt; `code` ![b](c)</p>"],
		["- ", "<p>-</p>"],
		["\\# kein Titel \\*", "<p># kein Titel *</p>"],
		["#Mayen", "<p>#Mayen</p>"],
	])("%j", (markdown, expected) => {
		expect(html(markdown)).toBe(expected);
	});

	test("ordinary sentences come back as they were typed", () => {
		for (const sentence of ["12. Mai 2026: [siehe Anlage] 5 * 3 = 15", "a_b_c `x` ~ | # 1", "Straße - Weg – Gasse"])
			expect(markdownFromRichText(richTextFromMarkdown(sentence))).toBe(sentence);
	});
});

const words = fc.oneof(
	fc.constantFrom(
		"Weg",
		" ",
		"\u00a0",
		"*",
		"**",
		"[",
		"]",
		"](",
		"(/a)",
		"\\",
		"-",
		"- ",
		"1. ",
		"2. ",
		"3) ",
		"#",
		"## ",
		">",
		"_",
		"`",
		"  ",
		"😀",
	),
	fc.string({ maxLength: 4, unit: "grapheme" }),
);
const textNode = fc
	.record({
		text: fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("")),
		marks: fc.uniqueArray(
			fc.oneof(
				fc.constantFrom<Mark>({ type: "bold" }, { type: "italic" }),
				fc
					.constantFrom("/a", "https://example.org/b_(c)?d=e", "mailto:a@b.de")
					.map((href): Mark => ({ type: "link", attrs: { href } })),
			),
			{ selector: (mark) => mark.type, maxLength: 3 },
		),
	})
	.filter(({ text }) => text !== "")
	.map(({ text, marks }): Inline => ({ type: "text", text, marks }));
const inlines = fc.array(fc.oneof({ weight: 5, arbitrary: textNode }, fc.constant<Inline>({ type: "hardBreak" })), {
	maxLength: 5,
});
const { document } = fc.letrec<{ block: Block; item: ListItem; document: RichText }>((tie) => ({
	block: fc.oneof(
		{ maxDepth: 4, depthSize: "small", withCrossShrink: true },
		inlines.map((content): Block => ({ type: "paragraph", content })),
		fc
			.tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), inlines)
			.map(([level, content]): Block => ({ type: "heading", attrs: { level }, content })),
		fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: "bulletList", content })),
		fc
			.tuple(fc.constantFrom(0, 1, 2, 9, 12), fc.array(tie("item"), { minLength: 1, maxLength: 3 }))
			.map(([start, content]): Block => ({ type: "orderedList", attrs: { start }, content })),
		fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: "blockquote", content })),
	),
	item: fc
		.tuple(inlines, fc.array(tie("block"), { maxLength: 2 }))
		.map(([content, more]): ListItem => ({ type: "listItem", content: [{ type: "paragraph", content }, ...more] })),
	document: fc
		.array(tie("block"), { minLength: 1, maxLength: 4 })
		.map((content): RichText => ({ type: "doc", content })),
}));

// A longer search by hand: RICH_TEXT_RUNS=50000.
const runs = Number(process.env.RICH_TEXT_RUNS ?? 400);

describe("properties", () => {
	test("json → markdown → json is the same json", () => {
		fc.assert(
			fc.property(document, (json) => {
				const checked = checkRichText(json);
				fc.pre(checked.done);
				const again = checkRichText(richTextFromMarkdown(markdownFromRichText(checked.value)));
				expect(again).toEqual(checked);
			}),
			{ numRuns: runs },
		);
	});

	test("canonical twice is canonical once", () => {
		fc.assert(
			fc.property(document, (json) => {
				expect(canonical(canonical(json))).toEqual(canonical(json));
			}),
			{ numRuns: 300 },
		);
	});

	test("no markdown throws, and what it gives passes the check unless a character is forbidden", () => {
		const markdown = fc.oneof(
			fc.string({ maxLength: 200, unit: "binary" }),
			fc
				.array(fc.oneof(words, fc.constantFrom("\n", "\n\n", "\n  ", "\n    ", "\t", "> ", "- - ")), { maxLength: 40 })
				.map((parts) => parts.join("")),
		);
		fc.assert(
			fc.property(markdown, (input) => {
				const checked = checkRichText(richTextFromMarkdown(input));
				if (!checked.done) {
					expect(checked.refusals.map((refusal) => refusal.code)).toEqual(["text-bad-character"]);
					return;
				}
				const again = checkRichText(richTextFromMarkdown(markdownFromRichText(checked.value)));
				expect(again).toEqual(checked);
				expect(renderRichText(checked.value)).not.toMatch(/<(?!\/?(?:p|h[2-4]|ul|ol|li|blockquote|strong|em|a|br)\b)/);
				plainText(checked.value);
			}),
			{ numRuns: runs },
		);
	});

	test("a hundred thousand markers are read without overflow", () => {
		for (const part of [">", "> ", "- ", "*", "[", "[a](", "**a", "\n- ", "\n  "])
			expect(richTextFromMarkdown(part.repeat(100_000 / part.length)).type).toBe("doc");
	});
});
