import { expect, it } from "vitest";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { plainText } from "~/platform/rich-text/render.server";
import { fill, fillRichText, unknownPlaceholder } from "./placeholders";

const values = { nummer: "12", titel: "Bäume {nummer}", verfahren: "Marktplatz" };

it.each([
	["Zu Beitrag {nummer}: danke.", "Zu Beitrag 12: danke."],
	["{Titel} im Verfahren {VERFAHREN}", "Bäume {nummer} im Verfahren Marktplatz"],
	["Menge {a, b} und {}", "Menge {a, b} und {}"],
	["ohne", "ohne"],
])("%s", (text, filled) => {
	expect(fill(text, values)).toBe(filled);
});

it("names the first word that nobody can fill", () => {
	expect(unknownPlaceholder("Guten Tag {Name}, zu {nummer}")).toBe("Name");
	expect(unknownPlaceholder("{nummer} {titel} {verfahren}")).toBeNull();
});

it("fills formatted texts in every depth and leaves the rest", () => {
	const text = richTextFromMarkdown(
		"## Zu {nummer}\n\nDanke für **{titel}**.\n\n- erst {verfahren}\n- dann mehr\n\n> {nummer}",
	);
	const filled = plainText(fillRichText(text, values));
	expect(filled).toContain("Zu 12");
	expect(filled).toContain("Danke für Bäume {nummer}.");
	expect(filled).toContain("erst Marktplatz");
	expect(plainText(text)).toContain("{titel}");
});
