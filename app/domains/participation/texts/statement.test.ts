import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divider, partsIn, proposedParts, resultOf, type Vote, votes } from "./statement";

const statement = "Die Frist ist zu lang.\n\nAußerdem fehlt der Jugendrat. Er sollte gehört werden.";

describe("dividing a statement", () => {
	it("begins with its paragraphs", () => {
		expect(proposedParts(statement)).toEqual(statement.split("\n\n"));
		expect(proposedParts(" \n\n ")).toEqual([]);
	});

	it("divides where the line of dashes stands, also inside a paragraph", () => {
		const divided = statement.replace("Jugendrat. Er", `Jugendrat.\n${divider}\nEr`).replace("\n\n", `\n${divider}\n`);
		expect(partsIn(statement, divided)).toEqual([
			"Die Frist ist zu lang.",
			"Außerdem fehlt der Jugendrat.",
			"Er sollte gehört werden.",
		]);
	});

	it.each([
		statement.replace("zu lang", "lang"),
		`${statement} Danke.`,
		"",
		statement.split("\n\n").reverse().join(`\n${divider}\n`),
	])("does not take %j, whose words are others", (divided) => {
		expect(partsIn(statement, divided)).toBeNull();
	});

	it("keeps every word in its order, wherever it is divided", () => {
		const words = fc.array(fc.constantFrom("Frist", "zu", "lang,", "Jugendrat", "hören!"), {
			minLength: 1,
			maxLength: 30,
		});
		fc.assert(
			fc.property(words, fc.array(fc.boolean()), (said, cuts) => {
				const divided = said.map((word, index) => (cuts[index] ? `${word}\n ${divider} \n` : `${word} `)).join("");
				const parts = partsIn(said.join(" "), divided);
				expect(parts?.join(" ").split(/\s+/)).toEqual(said);
			}),
		);
	});
});

describe("the result that the votes amount to", () => {
	it.each<[(Vote | null)[], ReturnType<typeof resultOf>]>([
		[[], null],
		[["followed", null], null],
		[["followed", "followed"], "adopted"],
		[["followed", "noted"], "adopted"],
		[["followed", "not-followed"], "partly-adopted"],
		[["partly-followed"], "partly-adopted"],
		[["not-followed", "clarified"], "not-adopted"],
		[["noted", "clarified"], "acknowledged"],
	])("of %j is %s", (given, result) => {
		expect(resultOf(given)).toBe(result);
	});

	it("never depends on the order of the parts", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...votes, null)), (given) => {
				expect(resultOf(given.toReversed())).toBe(resultOf(given));
			}),
		);
	});
});
