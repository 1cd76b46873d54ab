import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf, type Piece, wordsIn } from "./words";

const only = (pieces: readonly Piece[], left: "added" | "removed") =>
	pieces
		.filter(({ kind }) => kind !== left)
		.map(({ text }) => text)
		.join(" ");
const words = (text: string) => wordsIn(text).map((word) => word.text);
const text = fc.array(fc.constantFrom("der", "die", "Rat", "hört", "alle", "an.", "jede", "Stimme", "zählt"), {
	maxLength: 40,
});

describe("the difference of two texts", () => {
	it.each<[string, string, Piece[]]>([
		["", "", []],
		["Der Rat hört alle an.", "Der Rat hört alle an.", [{ kind: "same", text: "Der Rat hört alle an." }]],
		[
			"Die Verwaltung antwortet innerhalb von acht Wochen auf alles.",
			"Die Verwaltung antwortet innerhalb von sechs Wochen auf alles.",
			[
				{ kind: "same", text: "Die Verwaltung antwortet innerhalb von" },
				{ kind: "removed", text: "acht" },
				{ kind: "added", text: "sechs" },
				{ kind: "same", text: "Wochen auf alles." },
			],
		],
		["weg", "", [{ kind: "removed", text: "weg" }]],
		["", "neu hier", [{ kind: "added", text: "neu hier" }]],
	])("of %j and %j", (earlier, later, pieces) => {
		expect(differenceOf(earlier, later)).toEqual(pieces);
	});

	it("reads a change with two words between as one change", () => {
		expect(
			differenceOf("Der Landrat und der Kreistag danken", "Die Landrätin und der Rat danken").map(({ kind }) => kind),
		).toEqual(["removed", "added", "same"]);
	});

	it("always gives both texts back, whatever they are", () => {
		fc.assert(
			fc.property(text, text, (one, other) => {
				const pieces = differenceOf(one.join(" "), other.join("\n"));
				expect(words(only(pieces, "added"))).toEqual(one);
				expect(words(only(pieces, "removed"))).toEqual(other);
			}),
		);
	});

	it("finds nothing changed exactly when the words are the same", () => {
		fc.assert(
			fc.property(text, text, (one, other) => {
				const changed = differenceOf(one.join(" "), other.join(" ")).some(({ kind }) => kind !== "same");
				expect(changed).toBe(one.join(" ") !== other.join(" "));
			}),
		);
	});

	it("calls a stretch replaced when nearly everything is different", () => {
		const long = (word: string) => Array.from({ length: 2_000 }, (_, index) => word + index).join(" ");
		expect(differenceOf(long("a"), long("b")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
	});
});
