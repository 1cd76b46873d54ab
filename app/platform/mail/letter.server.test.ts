import { expect, test } from "vitest";
import type { Letter } from "./letter";
import { composeLetter } from "./letter.server";

const letter: Letter = {
	locale: "de",
	to: "anna@example.org",
	subject: "Ihr Beitrag „Radweg“\r\nBcc: x@example.org",
	greeting: "Guten Tag Anna Müller,",
	blocks: [
		"vielen Dank für Ihren Beitrag. Wir lesen ihn in den nächsten drei Werktagen und veröffentlichen ihn dann auf der Seite des Verfahrens.",
		{ heading: "So geht es weiter" },
		{
			list: [
				"Wir prüfen.",
				"Das Bauamt nimmt Stellung zu jedem einzelnen Vorschlag, der bis zum Ende der Frist eingegangen ist.",
			],
		},
		{ quote: "Ein <b>Radweg</b>\nfür alle", by: "Anna" },
		{ button: { href: "https://mitmachen.example/b/7?x=1&y=2", label: "Beitrag ansehen" } },
	],
	because: "Sie bekommen diese Nachricht, weil Sie einen Beitrag geschrieben haben.",
	sender: { name: "Landkreis Mayen-Koblenz", lines: ["Bahnhofstraße 9, 56068 Koblenz", "Telefon 0261 108-0"] },
	unsubscribe: { page: "https://mitmachen.example/abmelden/t", oneClick: "https://mitmachen.example/abmelden/t/klick" },
};

test("the text reads well without HTML", () => {
	expect(composeLetter(letter).text).toBe(
		`Guten Tag Anna Müller,

vielen Dank für Ihren Beitrag. Wir lesen ihn in den nächsten drei
Werktagen und veröffentlichen ihn dann auf der Seite des Verfahrens.

So geht es weiter
=================

- Wir prüfen.
- Das Bauamt nimmt Stellung zu jedem einzelnen Vorschlag, der bis zum
  Ende der Frist eingegangen ist.

> Ein <b>Radweg</b>
> für alle
> – Anna

Beitrag ansehen:
https://mitmachen.example/b/7?x=1&y=2

--
Landkreis Mayen-Koblenz
Bahnhofstraße 9, 56068 Koblenz
Telefon 0261 108-0

Sie bekommen diese Nachricht, weil Sie einen Beitrag geschrieben haben.

Diese Nachrichten abbestellen:
https://mitmachen.example/abmelden/t
`.replace("\n--\n", "\n-- \n"),
	);
});

test("the HTML says the same, escaped, without pictures or anything fetched", () => {
	const { html } = composeLetter(letter);
	expect(html).toMatch(/^<!doctype html><html lang="de">/);
	for (const words of [
		"Guten Tag Anna Müller,",
		"So geht es weiter",
		"&lt;b&gt;Radweg&lt;/b&gt;",
		"Telefon 0261 108-0",
		letter.because,
	])
		expect(html).toContain(words);
	expect(html).toContain('href="https://mitmachen.example/b/7?x=1&amp;y=2"');
	expect(html).not.toMatch(/<img|<link|<script|url\(|@import|<b>/);
});

test("headers for unsubscribing, and a subject of one line", () => {
	const { headers, subject } = composeLetter(letter);
	expect(subject).toBe("Ihr Beitrag „Radweg“ Bcc: x@example.org");
	expect(headers).toEqual({
		"Auto-Submitted": "auto-generated",
		"Content-Language": "de",
		"List-Unsubscribe": "<https://mitmachen.example/abmelden/t/klick>",
		"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
	});
	expect(Array.from(composeLetter({ ...letter, subject: "😀".repeat(300) }).subject)).toHaveLength(200);
	const { unsubscribe: _, ...answer } = letter;
	expect(composeLetter(answer).headers).not.toHaveProperty("List-Unsubscribe");
	expect(composeLetter(answer).text).not.toContain("abbestellen");
});

test("an English letter is English", () => {
	const { html, text } = composeLetter({ ...letter, locale: "en" });
	expect(html).toContain('<html lang="en">');
	expect(text).toContain("Unsubscribe from these messages");
});

test.each(["javascript:alert(1)", "/b/7", 'https://x.example/"onclick=', "https://x.example/\r\nBcc:"])(
	"the address %j is a mistake",
	(href) => {
		expect(() => composeLetter({ ...letter, blocks: [{ button: { href, label: "x" } }] })).toThrow("absolute");
		expect(() => composeLetter({ ...letter, unsubscribe: { page: "https://x.example", oneClick: href } })).toThrow(
			"absolute",
		);
	},
);
