import { describe, expect, it } from "vitest";
import { pathAddress, pathKindIn, pathState, type Step, stepProblems } from "./path";

const step = (given: Partial<Step> = {}): Step => ({
	role: "decision",
	authoritative: true,
	sessionOn: "2026-03-01",
	result: null,
	...given,
});

describe("a step on the way", () => {
	it.each([
		["as it should be", {}, [], []],
		["with its result", { result: "adopted" }, [], []],
		["a committee that prepares", { role: "preliminary", authoritative: false, result: "adopted" }, [], []],
		["a hearing that decides", { role: "hearing" }, [], ["decides-only-by-decision"]],
		["a second body that decides", {}, [{ authoritative: true }], ["decides-twice"]],
		["beside one that does not", {}, [{ authoritative: false }], []],
		["a result of no session", { sessionOn: null, result: "noted" }, [], ["result-without-session"]],
		["a result of a session to come", { sessionOn: "2026-03-11", result: "noted" }, [], ["result-before-session"]],
		["a result of today", { sessionOn: "2026-03-10", result: "noted" }, [], []],
		[
			"a hearing that adopts",
			{ role: "hearing", authoritative: false, result: "adopted" },
			[],
			["decided-without-authority"],
		],
		["a notice that is noted", { role: "notice", authoritative: false, result: "noted" }, [], []],
	] as const)("%s", (_name, given, others, codes) => {
		expect(stepProblems(step(given), others, "2026-03-10").map(({ code }) => code)).toEqual(codes);
	});
});

it.each([
	["planned", null, null, []],
	["handed-over", new Date(), null, []],
	["handed-over", null, "12/2026", [step()]],
	["under-way", null, null, [step({ authoritative: false, result: "referred" })]],
	["under-way", null, null, [step({ result: "postponed" })]],
	["decided", null, null, [step({ result: "refused" })]],
] as const)("is %s", (state, handedOverOn, reference, steps) => {
	expect(pathState({ handedOverOn, reference, steps })).toBe(state);
});

it("has an address for what can lie before a council only", () => {
	expect(pathAddress("mendig", { kind: "recommendation", id: "1" })).toBe(
		"/o/mendig/verwaltung/gremienweg/empfehlung/1",
	);
	expect(pathAddress("mendig", { kind: "constructor", id: "1" })).toBeNull();
	expect([pathKindIn("empfehlung"), pathKindIn("post")]).toEqual(["recommendation", null]);
});
