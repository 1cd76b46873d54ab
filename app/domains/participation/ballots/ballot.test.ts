import { expect, it, test } from "vitest";
import { choiceFrom, differences, stateOf, waitsForResult, written } from "./ballot";
import { drawLot } from "./lot.server";

it("a ballot in one line is read again", () => {
	expect(written({ 12: 1, 3: 2 })).toBe("3:2 12:1");
	expect(choiceFrom("3:2 12:1")).toEqual({ 3: 2, 12: 1 });
	expect(choiceFrom("x 3:2 <b>")).toEqual({ 3: 2 });
});

it("the lot is a complete order that everybody can draw again", () => {
	const numbers = ["1", "2", "3", "4", "5", "6", "7", "8"];
	const drawn = drawLot("seed", numbers);
	expect(drawn.toSorted()).toEqual(numbers);
	expect(drawLot("seed", numbers.toReversed())).toEqual(drawn);
	expect(drawLot("other", numbers)).not.toEqual(drawn);
});

const now = new Date("2026-11-21T12:00:00Z");
const soon = new Date("2026-11-22T12:00:00Z");
test.each([
	["preparing", { frozenAt: null, countedAt: null }, { isOpen: false, until: soon }],
	["frozen", { frozenAt: now, countedAt: null }, { isOpen: false, until: soon }],
	["frozen", { frozenAt: now, countedAt: null }, { isOpen: false, until: null }],
	["voting", { frozenAt: now, countedAt: null }, { isOpen: true, until: soon }],
	["closed", { frozenAt: now, countedAt: null }, { isOpen: false, until: now }],
	["counted", { frozenAt: now, countedAt: now }, { isOpen: false, until: now }],
] as const)("%s", (state, budget, voting) => {
	expect(stateOf(budget, voting, now)).toBe(state);
});

test.each([
	["the same", { 1: 1, 2: 3 }, { 2: 3, 1: 1 }, []],
	["another figure", { 1: 1, 2: 3 }, { 1: 1, 2: 4 }, [{ number: "2", one: 3, other: 4 }]],
	["one more", { 1: 1 }, { 1: 1, 10: 1 }, [{ number: "10", one: null, other: 1 }]],
	["nought is not nothing", { 1: 0 }, {}, [{ number: "1", one: 0, other: null }]],
] as const)("two entries of a paper ballot: %s", (_, one, other, expected) => {
	expect(differences(one, other)).toEqual(expected);
});

test.each([
	["voting", null, null, true],
	["closed", 4, null, true],
	["counted", 4, null, true],
	["counted", 0, null, false],
	["counted", 4, now, false],
	["frozen", null, null, false],
] as const)("the process waits: %s, %s ballots, told %s: %s", (state, voters, resultToldAt, waits) => {
	expect(waitsForResult({ state, count: { voters }, resultToldAt })).toBe(waits);
});
