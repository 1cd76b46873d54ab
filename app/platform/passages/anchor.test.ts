import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Anchor, anchorAt, findQuote, locate } from "./anchor";
import type { KeyedBlock } from "./block";

const rules: KeyedBlock[] = [
	{ key: "a", words: "Die Leitlinien gelten für den Landkreis." },
	{ key: "b", words: "Die Verwaltung beteiligt früh. Sie antwortet innerhalb von acht Wochen auf jeden Beitrag." },
	{ key: "c", words: "Wer nicht online ist, kann schreiben oder anrufen. Sie antwortet auch dann." },
];
const anchorOn = (key: string, quote: string): Anchor => {
	const block = rules.find((one) => one.key === key);
	const range = block && findQuote(block.words, quote);
	if (!block || !range) throw new Error(`${quote} does not stand in ${key}`);
	return anchorAt(block, range);
};
const wordsAt = (blocks: readonly KeyedBlock[], { key, start, end }: { key: string; start: number; end: number }) =>
	blocks.find((block) => block.key === key)?.words.slice(start, end);
const without = (key: string) => rules.filter((block) => block.key !== key);
const changed = (key: string, words: string) => rules.map((block) => (block.key === key ? { key, words } : block));

describe("a quotation", () => {
	it.each([
		["innerhalb von acht Wochen", "innerhalb von acht Wochen"],
		["  INNERHALB   von\nacht Wochen ", "innerhalb von acht Wochen"],
	])("%j is found however it was typed", (quote, found) => {
		const words = rules[1]?.words ?? "";
		const range = findQuote(words, quote);
		expect(range && words.slice(range.start, range.end)).toBe(found);
	});

	it("is found in spite of other quotation marks and dashes", () => {
		const words = "Das Wort „Bürger“ – gemeint sind alle – kommt vor.";
		expect(findQuote(words, '"Bürger" - gemeint')).toEqual({ start: 9, end: 27 });
	});

	it("is not found where it does not stand, and an empty one nowhere", () => {
		expect(findQuote("Die Verwaltung beteiligt früh.", "spät")).toBeNull();
		expect(findQuote("Die Verwaltung beteiligt früh.", "  ")).toBeNull();
	});

	it("that stands twice is told apart by what stands around it", () => {
		const words = "erst die Wege, dann die Wege, zuletzt die Wege";
		expect(findQuote(words, "die Wege")?.start).toBe(5);
		expect(findQuote(words, "die Wege", { before: "dann ", after: ", zuletzt" })?.start).toBe(20);
	});
});

describe("a passage in the next version", () => {
	it.each<[string, KeyedBlock[], string, string | undefined]>([
		["is exact where nothing changed", rules, "exact", "innerhalb von acht Wochen"],
		[
			"is exact where words around it changed",
			changed("b", "Wir antworten innerhalb von acht Wochen."),
			"exact",
			"innerhalb von acht Wochen",
		],
		[
			"follows its words into another paragraph",
			[...without("b"), { key: "x", words: "Neu: Sie antwortet innerhalb von acht Wochen auf alles." }],
			"context",
			"innerhalb von acht Wochen",
		],
		[
			"follows changed words",
			changed("b", "Die Verwaltung beteiligt früh. Sie antwortet innerhalb von sechs Wochen auf jeden Beitrag."),
			"similar",
			"innerhalb von sechs Wochen",
		],
		["is lost when its paragraph is gone", without("b"), "lost", undefined],
		[
			"is what now stands between the words around it",
			changed("b", "Die Verwaltung beteiligt früh. Sie antwortet in einem Monat auf jeden Beitrag, immer."),
			"similar",
			"in einem Monat",
		],
		[
			"keeps its paragraph when only its words are gone",
			changed("b", "Die Verwaltung beteiligt früh und veröffentlicht alles."),
			"paragraph",
			"Die Verwaltung beteiligt früh und veröffentlicht alles.",
		],
	])("%s", (_, blocks, how, words) => {
		const place = locate(anchorOn("b", "innerhalb von acht Wochen"), blocks);
		expect(place.how).toBe(how);
		const found = place.how === "lost" ? undefined : wordsAt(blocks, place);
		expect(found).toBe(words);
	});

	it("with few words is not mistaken for the same words in another sentence", () => {
		expect(locate(anchorOn("b", "Sie antwortet"), without("b")).how).toBe("lost");
	});

	it("about a whole paragraph stays with it, changed or not", () => {
		const anchor = anchorOn("a", rules[0]?.words ?? "");
		expect(anchor.whole).toBe(true);
		expect(locate(anchor, rules).how).toBe("exact");
		expect(locate(anchor, changed("a", "Sie gelten für den Kreis."))).toMatchObject({ how: "similar", key: "a" });
		expect(locate(anchor, without("a")).how).toBe("lost");
	});

	const word = fc.constantFrom("Rat", "Kreis", "hört", "alle", "Stimmen", "und", "antwortet", "zählt", "neu", "früh");
	const texts = fc
		.array(fc.array(word, { minLength: 1, maxLength: 25 }), { minLength: 1, maxLength: 8 })
		.map((blocks) => blocks.map((words, index): KeyedBlock => ({ key: `k${index}`, words: words.join(" ") })));
	const quoted = texts.chain((blocks) =>
		fc.record({
			blocks: fc.constant(blocks),
			at: fc.nat(blocks.length - 1),
			start: fc.nat(24),
			length: fc.integer({ min: 1, max: 10 }),
		}),
	);
	const anchorIn = ({
		blocks,
		at,
		start,
		length,
	}: {
		blocks: KeyedBlock[];
		at: number;
		start: number;
		length: number;
	}) => {
		const block = blocks[at] ?? { key: "k0", words: "" };
		const words = block.words.split(" ");
		const first = Math.min(start, words.length - 1);
		const begin = words.slice(0, first).join(" ").length + (first > 0 ? 1 : 0);
		const quote = words.slice(first, first + length).join(" ");
		return anchorAt(block, { start: begin, end: begin + quote.length });
	};

	it("is always found exactly, at the very same place, while its paragraph is as it was, wherever that moved", () => {
		fc.assert(
			fc.property(quoted, texts, (given, more) => {
				const anchor = anchorIn(given);
				const own = given.blocks[given.at];
				const moved = [...more.map(({ words }, index) => ({ key: `n${index}`, words })), ...given.blocks.toReversed()];
				const place = locate(anchor, moved);
				expect(place.how).toBe("exact");
				expect(place.how !== "lost" && place.key).toBe(own?.key);
				expect(place.how !== "lost" && own?.words.slice(place.start, place.end)).toBe(anchor.quote);
			}),
		);
	});

	it("is said to be exact or in context only where the very words stand, and lies inside its paragraph", () => {
		fc.assert(
			fc.property(quoted, texts, (given, next) => {
				const anchor = anchorIn(given);
				const place = locate(anchor, next);
				if (place.how === "lost") return;
				const words = next.find(({ key }) => key === place.key)?.words ?? "";
				expect(place.start).toBeGreaterThanOrEqual(0);
				expect(place.end).toBeLessThanOrEqual(words.length);
				expect(place.start).toBeLessThan(place.end);
				if (place.how === "exact" || place.how === "context")
					expect(words.slice(place.start, place.end)).toBe(anchor.quote);
			}),
		);
	});

	it("is never found in a text that has none of its words", () => {
		fc.assert(
			fc.property(quoted, (given) => {
				const strange = given.blocks.map(({ words }, index) => ({
					key: `z${index}`,
					words: words.replace(/\S+/g, "xyz"),
				}));
				expect(locate(anchorIn(given), strange).how).toBe("lost");
			}),
		);
	});
});
