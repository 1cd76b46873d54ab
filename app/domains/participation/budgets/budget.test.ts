import { describe, expect, it, test } from "vitest";
import { type BallotRules, ballotProblems, pointsFrom, ruleFrom, stateOf, written } from "./budget";
import { drawLot } from "./lot.server";

const rules: BallotRules = {
	ballot: "approval",
	amountCents: 100n,
	pointsPerVoter: null,
	mostProjects: null,
	withinAmount: true,
};
const prices = new Map([
	["1", 60n],
	["2", 40n],
	["3", 50n],
]);

describe("what may stand on a ballot", () => {
	test.each<[string, Partial<BallotRules>, Record<string, number>, string[]]>([
		["within the amount", {}, { 1: 1, 2: 1 }, []],
		["too expensive", {}, { 1: 1, 3: 1 }, ["ballot-too-expensive"]],
		["too expensive, where that is allowed", { withinAmount: false }, { 1: 1, 3: 1 }, []],
		["empty", {}, {}, ["ballot-empty"]],
		["more projects than allowed", { mostProjects: 1 }, { 1: 1, 2: 1 }, ["too-many-projects"]],
		["a project that is not there", {}, { 9: 1 }, ["project-unknown"]],
		["two approvals for one", {}, { 1: 2 }, ["project-unknown"]],
		["half a point", { ballot: "points", pointsPerVoter: 5 }, { 1: 0.5 }, ["project-unknown"]],
		["all points", { ballot: "points", pointsPerVoter: 5 }, { 1: 3, 2: 2 }, []],
		["one point too many", { ballot: "points", pointsPerVoter: 5 }, { 1: 4, 2: 2 }, ["too-many-points"]],
	])("%s", (_, changes, points, codes) => {
		expect(ballotProblems({ ...rules, ...changes }, prices, points).map(({ code }) => code)).toEqual(codes);
	});
});

it("a ballot in one line is read again", () => {
	expect(written({ 12: 1, 3: 2 })).toBe("3:2 12:1");
	expect(pointsFrom("3:2 12:1")).toEqual({ 3: 2, 12: 1 });
	expect(pointsFrom("x 3:2 <b>")).toEqual({ 3: 2 });
});

test.each([
	["greedy", "approval", { method: "greedy", skipping: true }],
	["greedy-no-skip", "points", { method: "greedy", skipping: false }],
	["shares", "approval", { method: "equal-shares", utility: "cost", completion: "none" }],
	["shares-add1", "points", { method: "equal-shares", utility: "points", completion: "add1" }],
	["shares-add1u", "approval", { completion: "add1u", stop: "overshoot" }],
] as const)("%s with %s", (method, ballot, rule) => {
	expect(ruleFrom({ method, stop: "overshoot", leastVotes: 2 }, ballot, ["2", "1"])).toMatchObject({
		...rule,
		leastVotes: 2,
		ties: { before: ["lower-cost", "more-votes"], lot: ["2", "1"] },
	});
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
