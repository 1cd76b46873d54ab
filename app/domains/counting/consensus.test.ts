import { describe, expect, it, test } from "vitest";
import { countConsensus } from "./consensus";
import { roundedDown } from "./exact";

const options = ["P", "1", "2", "3"];
const given = { options, passive: "P", highest: 10, lot: options };
// participation-practice.md, "Worked examples", 5: one row per option, one column per person
const rows: Record<string, number[]> = {
	P: [8, 9, 7, 2, 8],
	"1": [0, 0, 1, 10, 9],
	"2": [3, 4, 3, 4, 3],
	"3": [0, 1, 0, 10, 10],
};
const ballots = [0, 1, 2, 3, 4].map((person) =>
	Object.fromEntries(options.map((option) => [option, rows[option]?.[person] ?? 0])),
);

describe("worked example 5", () => {
	const counted = countConsensus(given, ballots);
	it("option 2 meets the least resistance, nobody has more than 4 against it", () => {
		expect(counted.map(({ option, resistance }) => [option, resistance])).toEqual([
			["2", 17],
			["1", 20],
			["3", 21],
			["P", 34],
		]);
		expect(counted[0]).toMatchObject({ acceptance: "33/50", strongest: 4, holds: true });
		expect(counted.every(({ holds }) => holds)).toBe(true);
		expect(counted[0]?.spread).toEqual([0, 0, 0, 3, 2, 0, 0, 0, 0, 0, 0]);
	});
});

it("worse than the passive solution does not hold", () => {
	const counted = countConsensus(given, [{ P: 2, "1": 3, "2": 1, "3": 10 }]);
	expect(counted.filter(({ holds }) => holds).map(({ option }) => option)).toEqual(["2", "P"]);
});

it("ties: the lower strongest objection, then the lot", () => {
	const tied = [
		{ P: 5, "1": 4, "2": 2, "3": 2 },
		{ P: 5, "1": 0, "2": 2, "3": 2 },
	];
	expect(countConsensus({ ...given, lot: ["3", "2", "1", "P"] }, tied).map(({ option }) => option)).toEqual([
		"3",
		"2",
		"1",
		"P",
	]);
});

test.each([
	["one is missing", [{ P: 1, "1": 1, "2": 1 }]],
	["eleven of ten", [{ P: 1, "1": 1, "2": 1, "3": 11 }]],
])("%s: refused", (_, wrong) => {
	expect(() => countConsensus(given, wrong)).toThrow(RangeError);
});

test.each([
	["7/2", 3n],
	["-7/2", -4n],
	["4", 4n],
])("%s rounded down", (exact, whole) => {
	expect(roundedDown(exact)).toBe(whole);
});
