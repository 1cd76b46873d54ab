import { describe, expect, it, test } from "vitest";
import { ballotForm, choiceIn } from "./forms";
import { ballotProblems, lacking, ruleFrom, type VoteKind, type VoteSettings } from "./vote";

const settings: VoteSettings = { kind: "choose", mostOptions: 2, pointsPerVoter: 5 };
const numbers = ["1", "2", "3"];

describe("what may stand on a ballot", () => {
	test.each<[string, VoteKind, Record<string, number>, string[]]>([
		["nothing", "choose", {}, ["ballot-empty"]],
		["two ticks", "choose", { 1: 1, 3: 1 }, []],
		["three ticks of two", "choose", { 1: 1, 2: 1, 3: 1 }, ["too-many-options"]],
		["two ticks for one", "choose", { 1: 2 }, ["option-unknown"]],
		["an option that is not there", "choose", { 9: 1 }, ["option-unknown"]],
		["answers to some", "yes-no", { 1: 1, 2: 3 }, []],
		["a fourth answer", "yes-no", { 1: 4 }, ["option-unknown"]],
		["the same place twice", "ranking", { 1: 1, 2: 1 }, []],
		["a place behind the last", "ranking", { 1: 4 }, ["option-unknown"]],
		["all points", "points", { 1: 3, 2: 2 }, []],
		["one point too many", "points", { 1: 4, 2: 2 }, ["too-many-points"]],
		["all rated, nought too", "resistance", { 1: 0, 2: 10, 3: 5 }, []],
		["one not rated", "resistance", { 1: 0, 2: 10 }, ["not-all-rated"]],
		["eleven", "resistance", { 1: 0, 2: 11, 3: 5 }, ["option-unknown"]],
	])("%s (%s)", (_, kind, choice, codes) => {
		expect(ballotProblems({ ...settings, kind }, numbers, choice).map(({ code }) => code)).toEqual(codes);
	});
});

test.each<[VoteKind, Record<string, unknown>, Record<string, number>]>([
	["choose", { option: ["1", "3"] }, { 1: 1, 3: 1 }],
	["points", { "option-1": "3", "option-2": "0" }, { 1: 3 }],
	["resistance", { "option-1": "0", "option-2": "", "option-3": "7" }, { 1: 0, 3: 7 }],
	["ranking", { "option-2": "1" }, { 2: 1 }],
	["yes-no", { "option-1": "2" }, { 1: 2 }],
])("a filled-in ballot is read: %s", (kind, typed, choice) => {
	expect(choiceIn(kind, numbers, ballotForm(numbers).parse(typed))).toEqual(choice);
});

test.each<[Partial<VoteSettings>, ReturnType<typeof lacking>]>([
	[{ kind: "choose", mostOptions: null }, "most-missing"],
	[{ kind: "points", pointsPerVoter: null }, "points-missing"],
	[{ kind: "ranking", mostOptions: null, pointsPerVoter: null }, null],
])("settings %o lack %s", (given, code) => {
	expect(lacking({ ...settings, ...given })).toBe(code);
});

it("the rule of resistance names the passive solution", () => {
	const options = numbers.map((number) => ({ number: Number(number), passive: number === "3" }));
	const rule = ruleFrom({ ...settings, kind: "resistance" }, { unranked: "last" }, options, ["2", "1", "3"]);
	expect(rule).toEqual({ method: "resistance", highest: 10, passive: "3", lot: ["2", "1", "3"] });
});
