import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countSchulze, type Ranking } from "./schulze";

const ranked = (voters: number, letters: string): Ranking => ({
	order: [...letters].map((letter) => [letter]),
	voters,
});
const options = ["A", "B", "C", "D", "E"];
// participation-practice.md, "Worked examples", 4
const example = [
	ranked(5, "ACBED"),
	ranked(5, "ADECB"),
	ranked(8, "BEDAC"),
	ranked(3, "CABED"),
	ranked(7, "CAEBD"),
	ranked(2, "CBADE"),
	ranked(7, "DCEBA"),
	ranked(8, "EBADC"),
];

describe("worked example 4", () => {
	const { preferred, paths, places } = countSchulze(options, example, "last");
	it("E > A > C > B > D", () => {
		expect(places).toEqual([["E"], ["A"], ["C"], ["B"], ["D"]]);
	});
	it("with every pair as computed by hand", () => {
		const pairs = { AB: 20, AC: 26, AD: 30, AE: 22, BC: 16, BD: 33, BE: 18, CD: 17, CE: 24, DE: 14 };
		for (const [[one = "", other = ""], value] of Object.entries(pairs)) {
			const [row, column] = [options.indexOf(one), options.indexOf(other)];
			expect([preferred[row]?.[column], preferred[column]?.[row]]).toEqual([value, 45 - value]);
		}
		expect(paths[4]).toEqual([25, 28, 28, 31, 0]);
		expect(paths.slice(0, 4).map((row) => row[4])).toEqual([24, 24, 24, 24]);
	});
});

describe("what is not ranked", () => {
	const given: Ranking[] = [ranked(3, "A"), ranked(2, "BA"), ranked(2, "BC")];
	it("stands last, or is not judged", () => {
		expect(countSchulze(["A", "B", "C"], given, "last").places[0]).toEqual(["B"]);
		expect(countSchulze(["A", "B", "C"], given, "no-judgement").preferred).toEqual([
			[0, 0, 0],
			[2, 0, 2],
			[0, 0, 0],
		]);
	});
	it("ties stay, or the lot parts them", () => {
		const both = [ranked(1, "AB"), ranked(1, "BA")];
		expect(countSchulze(["A", "B"], both, "last").places).toEqual([["A", "B"]]);
		expect(countSchulze(["A", "B"], both, "last", ["B", "A"]).places).toEqual([["B"], ["A"]]);
	});
	it("refuses an option twice and an unknown one", () => {
		expect(() => countSchulze(["A"], [ranked(1, "AA")], "last")).toThrow(RangeError);
		expect(() => countSchulze(["A"], [ranked(1, "X")], "last")).toThrow(RangeError);
	});
});

it("for every ballots: their order does not matter, and new names change only the names", () => {
	const ballots = fc.array(fc.shuffledSubarray(options, { minLength: 0 }), { minLength: 1, maxLength: 9 });
	fc.assert(
		fc.property(ballots, fc.shuffledSubarray(options, { minLength: 5 }), (given, names) => {
			const rankings = given.map((letters) => ranked(1, letters.join("")));
			const counted = countSchulze(options, rankings, "last");
			expect(countSchulze(options, rankings.toReversed(), "last")).toEqual(counted);
			const renamed = (letter: string) => names[options.indexOf(letter)] ?? letter;
			const again = countSchulze(
				options,
				given.map((letters) => ranked(1, letters.map(renamed).join(""))),
				"last",
			);
			expect(again.places.map((group) => group.toSorted())).toEqual(
				counted.places.map((group) => group.map(renamed).toSorted()),
			);
		}),
	);
});
