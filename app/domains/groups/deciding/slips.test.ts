import { describe, expect, test } from "vitest";
import { ballotsOf, handedOut, sameSums, slipProblem } from "./slips";

const sum = (yes: number, no: number, abstain: number, bench: string | null = null) => ({ bench, yes, no, abstain });
const slips = (...benches: string[]) => benches.map((bench) => ({ bench }));

test("slips are counted together, or by bench where the rule asks every bench", () => {
	expect(handedOut([], false)).toEqual([]);
	expect(handedOut([], true)).toEqual([]);
	expect(handedOut(slips("politics", "citizens", "politics"), false)).toEqual([{ bench: null, slips: 3 }]);
	expect(handedOut(slips("politics", "citizens", "politics"), true)).toEqual([
		{ bench: "citizens", slips: 1 },
		{ bench: "politics", slips: 2 },
	]);
});

describe("sums", () => {
	const three = [{ bench: null, slips: 3 }];
	test.each([
		["as handed out", three, [sum(2, 1, 0)], undefined],
		["one too many", three, [sum(2, 1, 1)], "slips-not-as-handed"],
		["one missing", three, [sum(2, 0, 0)], "slips-not-as-handed"],
		["of nothing", [], [sum(0, 0, 0)], "no-slips"],
		["of two", [{ bench: null, slips: 2 }], [sum(1, 1, 0)], "too-few-slips"],
		["not given", three, [], "slips-not-as-handed"],
		[
			"of a bench with two",
			[
				{ bench: "politics", slips: 4 },
				{ bench: "citizens", slips: 2 },
			],
			[sum(4, 0, 0, "politics"), sum(1, 1, 0, "citizens")],
			"too-few-slips",
		],
	])("%s: %s", (_, handed, sums, code) => {
		expect(slipProblem(handed, sums)?.code).toBe(code);
	});

	test("are the same in any order of benches, and only then", () => {
		const one = [sum(2, 1, 0, "politics"), sum(0, 3, 0, "citizens")];
		expect(sameSums(one, one.toReversed())).toBe(true);
		expect(sameSums(one, [sum(1, 2, 0, "politics"), sum(0, 3, 0, "citizens")])).toBe(false);
		expect(sameSums(one, one.slice(1))).toBe(false);
	});

	test("become one ballot for each slip", () => {
		expect(ballotsOf([sum(1, 2, 0, "politics"), sum(0, 0, 1)])).toEqual([
			{ bench: "politics", choice: "yes" },
			{ bench: "politics", choice: "no" },
			{ bench: "politics", choice: "no" },
			{ bench: null, choice: "abstain" },
		]);
	});
});
