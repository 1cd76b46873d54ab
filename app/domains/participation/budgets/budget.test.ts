import { describe, expect, test } from "vitest";
import { centsFrom } from "../processes/index";
import { type BallotRules, ballotProblems, partsFrom, ruleFrom } from "./budget";

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

test.each<[string, string, ReturnType<typeof partsFrom>]>([
	[
		"two lines with an empty one",
		"Nord: 10.000\n\n Süd:5000 €",
		{
			parts: [
				{ part: "Nord", amount: "1000000" },
				{ part: "Süd", amount: "500000" },
			],
		},
	],
	["nothing", " \n", { parts: [] }],
	["cents", "Nord: 10,50", { line: 1 }],
	["a name twice", "Nord: 1\nNord: 2", { line: 2 }],
	["no amount", "Nord", { line: 1 }],
	["nothing for it", "Nord: 0", { line: 1 }],
])("partial budgets: %s", (_, text, parts) => {
	expect(partsFrom(text, centsFrom)).toEqual(parts);
});
