import { expect, test } from "vitest";
import { resultsText, type TableResults } from "./results-text";

const words = {
	from: "Aus",
	workshop: "Werkstatt",
	table: ({ number, topic }: TableResults) => `Tisch ${number}: ${topic}`,
	results: "Ergebnisse",
	notes: "Weitere Notizen",
	none: "Keine Notiz.",
	photos: "Fotos",
	note: ({ text, dots }: { text: string; dots: number }) => (dots > 0 ? `${text} (${dots})` : text),
};
const note = (text: string, dots = 0, isResult = false) => ({ text, dots, isResult });

/** Every text of a document, in its order. */
function textsOf(node: unknown): string[] {
	if (typeof node !== "object" || node === null) return [];
	if ("text" in node && typeof node.text === "string") return [node.text];
	return "content" in node && Array.isArray(node.content) ? node.content.flatMap(textsOf) : [];
}

test("every table has its heading; results come first, most points first; photos stand as words", () => {
	const tables = [
		{
			number: 1,
			topic: "Bänke",
			notes: [note("Rinde"), note("Drei Bänke", 1, true), note("Schatten", 4, true)],
			photos: ["Wand mit Karten"],
		},
		{ number: 2, topic: "Bus", notes: [], photos: [] },
	];
	const text = resultsText(tables, "/o/mayen/arbeitskreise/ak/sitzungen/1/tische", words);
	expect(textsOf(text)).toEqual([
		"Aus ",
		"Werkstatt",
		"Tisch 1: Bänke",
		"Ergebnisse",
		"Schatten (4)",
		"Drei Bänke (1)",
		"Weitere Notizen",
		"Rinde",
		"Fotos",
		"Wand mit Karten",
		"Tisch 2: Bus",
		"Keine Notiz.",
	]);
	expect(JSON.stringify(text)).toContain('{"type":"link","attrs":{"href":"/o/mayen/');
	expect(text.content.filter(({ type }) => type === "heading")).toHaveLength(5);
});
