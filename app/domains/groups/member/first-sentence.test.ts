import { expect, it } from "vitest";
import { firstSentence } from "./first-sentence";

it.each([
	["Wir beraten über Wege. Und über Plätze.", "Wir beraten über Wege."],
	["Wie kommen alle gut ans Ziel? Darüber reden wir.", "Wie kommen alle gut ans Ziel?"],
	[
		"Es geht z. B. um Bänke, um Licht usw. und um Bäume. Mehr nicht.",
		"Es geht z. B. um Bänke, um Licht usw. und um Bäume.",
	],
	["Leitlinien bis zum 3. Mai. Danach der Rat.", "Leitlinien bis zum 3. Mai."],
	["Worum es geht\n\nUm alles.", "Worum es geht"],
	["ohne Punkt", "ohne Punkt"],
	["", ""],
])("%j begins with %j", (text, sentence) => {
	expect(firstSentence(text)).toBe(sentence);
});

it("cuts a sentence that is too long at a word", () => {
	const cut = firstSentence(`${"Wort ".repeat(80)}.`);
	expect(cut).toMatch(/Wort …$/);
	expect(cut.length).toBeLessThanOrEqual(220);
});
