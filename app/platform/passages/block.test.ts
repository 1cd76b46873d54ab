import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { carriedKeys, type KeyedBlock, readableOf } from "./block";
import { compareVersions } from "./comparison";

const counter = () => {
	let next = 0;
	return () => `new${next++}`;
};
const keyed = (...words: string[]): KeyedBlock[] => words.map((text, index) => ({ key: `k${index}`, words: text }));

describe("what can be read in a block", () => {
	it("has one space between words and one line for each entry", () => {
		const { content } = richTextFromMarkdown("## Wozu **diese**  Leitlinien?\n\n- eins\n- zwei und *drei*");
		expect(content.map(readableOf)).toEqual(["Wozu diese Leitlinien?", "eins\nzwei und drei"]);
	});
});

describe("the keys of a new version", () => {
	const earlier = keyed("Wozu?", "Die Verwaltung antwortet in acht Wochen.", "Der Kreistag beschließt.", "Schluss.");
	it.each<[string, string[], string[]]>([
		["stay with equal paragraphs", earlier.map(({ words }) => words), ["k0", "k1", "k2", "k3"]],
		[
			"make room for a new one",
			["Wozu?", "Ganz neu hier.", "Die Verwaltung antwortet in acht Wochen."],
			["k0", "new0", "k1"],
		],
		[
			"follow a changed one",
			["Wozu?", "Die Verwaltung antwortet in sechs Wochen.", "Der Kreistag beschließt."],
			["k0", "k1", "k2"],
		],
		["follow a moved one", ["Schluss.", "Wozu?", "Der Kreistag beschließt."], ["k3", "k0", "k2"]],
		["are given to one of two equal ones only", ["Schluss.", "Schluss."], ["k3", "new0"]],
		["are all new for another text", ["Ein Gedicht über Rosen"], ["new0"]],
	])("%s", (_, later, keys) => {
		expect(carriedKeys(earlier, later, counter())).toEqual(keys);
	});

	it("are never given twice, and an unchanged version keeps all of them", () => {
		const words = fc.array(fc.constantFrom("eins zwei", "zwei drei", "drei", "vier fünf sechs", "sieben"), {
			maxLength: 12,
		});
		fc.assert(
			fc.property(words, words, (one, other) => {
				const keys = carriedKeys(keyed(...one), other, counter());
				expect(keys).toHaveLength(other.length);
				expect(new Set(keys).size).toBe(other.length);
				expect(carriedKeys(keyed(...one), one, counter())).toEqual(keyed(...one).map(({ key }) => key));
			}),
		);
	});
});

describe("two versions side by side", () => {
	const [a, b, c] = [
		{ key: "a", words: "Wozu?" },
		{ key: "b", words: "Wir antworten in acht Wochen." },
		{ key: "c", words: "Der Kreistag beschließt." },
	];
	it("says of every paragraph what happened to it", () => {
		const later = [a, { key: "b", words: "Wir antworten in sechs Wochen." }, { key: "d", words: "Neu." }];
		expect(compareVersions([a, b, c], later).map(({ key, kind, moved }) => [key, kind, moved])).toEqual([
			["a", "same", false],
			["b", "changed", false],
			["d", "added", false],
			["c", "removed", false],
		]);
	});

	it("sees that a paragraph only moved", () => {
		const moved = compareVersions([a, b, c], [c, a, b]);
		expect(moved.map(({ key, kind, moved }) => [key, kind, moved])).toEqual([
			["c", "same", true],
			["a", "same", false],
			["b", "same", false],
		]);
	});

	it("names every paragraph of both versions once", () => {
		const versions = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"));
		const blocks = (keys: string[]) => keys.map((key) => ({ key, words: `Absatz ${key}` }));
		fc.assert(
			fc.property(versions, versions, (one, other) => {
				const compared = compareVersions(blocks(one), blocks(other));
				expect(compared.flatMap(({ later }) => later?.key ?? [])).toEqual(other);
				expect(new Set(compared.map(({ key }) => key))).toEqual(new Set([...one, ...other]));
				expect(compared).toHaveLength(new Set([...one, ...other]).size);
			}),
		);
	});
});
