import { describe, expect, it, test } from "vitest";
import { countDecision, type Turnout } from "./count-decision";
import { storedDecisionRule } from "./decision-rule";
import { asksBenches, type BenchRule, type BenchVotes, countMajority, type MajorityRule } from "./majority";
import { storedRule } from "./rule";

const half = { numerator: 1, denominator: 2 };
const twoThirds = { numerator: 2, denominator: 3 };
const threshold = { share: half, comparison: "more-than", base: "yes-and-no" } as const;

const ruleOf = (benches: BenchRule[], eachBench: MajorityRule["eachBench"] = null): MajorityRule =>
	storedRule(JSON.parse(JSON.stringify({ quorum: null, threshold, eachBench, benches })));
const bench = (name: string, yes: number, no: number, more: Partial<BenchVotes> = {}): BenchVotes => ({
	bench: name,
	electorate: yes + no + (more.abstain ?? 0),
	present: yes + no + (more.abstain ?? 0),
	yes,
	no,
	abstain: 0,
	...more,
});
const seatsOf = (benches: readonly BenchVotes[]) =>
	benches.reduce((sum, { seats, electorate }) => sum + (seats ?? electorate), 0);
const count = (rule: MajorityRule, benches: BenchVotes[]) => countMajority(rule, seatsOf(benches), benches);

const sizes = [3, 6, 9, 12, 15, 18, 21, 24, 27, 30];
const bases = ["votes-cast", "yes-and-no", "electorate", "present"] as const;

describe("two thirds of one bench", () => {
	test.each(sizes.flatMap((voters) => bases.map((base) => [voters, base] as const)))("of %i by %s", (voters, base) => {
		const needed = (voters / 3) * 2;
		const rule = ruleOf([
			{ bench: "citizens", quorum: null, threshold: { share: twoThirds, comparison: "at-least", base } },
		]);
		// the other bench is larger than all of them together and agrees as one
		const large = bench("politics", 100, 0);
		const enough = count(rule, [large, bench("citizens", needed, voters - needed)]);
		expect(enough.result).toBe("adopted");
		expect(enough.benches).toEqual([{ bench: "citizens", met: true, reached: needed, needed, base: voters }]);
		const less = count(rule, [large, bench("citizens", needed - 1, voters - needed + 1)]);
		expect(less.result).toBe("rejected");
		expect(less.threshold.met).toBe(true);
		expect(less.benches).toEqual([{ bench: "citizens", met: false, reached: needed - 1, needed, base: voters }]);
	});

	test.each(sizes)("there, of %i seats", (seats) => {
		const needed = (seats / 3) * 2;
		const rule = ruleOf([
			{
				bench: "citizens",
				quorum: { share: twoThirds, comparison: "at-least", base: "seats", counts: "present" },
				threshold: null,
			},
		]);
		const there = (present: number) =>
			count(rule, [
				bench("politics", 100, 0),
				// one of the bench is biased: a seat, but not entitled
				bench("citizens", 1, 0, { seats, electorate: seats - 1, present }),
			]);
		expect(there(needed).result).toBe("adopted");
		expect(there(needed).benchQuorums).toEqual([
			{ bench: "citizens", met: true, reached: needed, needed, base: seats },
		]);
		// never rejected
		expect(there(needed - 1).result).toBe("not-decided");
	});
});

describe("what single benches have to reach", () => {
	const ofYes = { share: twoThirds, comparison: "at-least", base: "votes-cast" } as const;
	it("goes before what every bench has to reach, which stays for the others", () => {
		const rule = ruleOf([{ bench: "citizens", quorum: null, threshold: ofYes }], threshold);
		const told = count(rule, [bench("politics", 2, 1), bench("citizens", 3, 2)]);
		expect(told.result).toBe("rejected");
		expect(told.benches).toEqual([
			{ bench: "politics", met: true, reached: 2, needed: 2, base: 3 },
			{ bench: "citizens", met: false, reached: 3, needed: 4, base: 5 },
		]);
	});
	it("asks no other bench where nothing is said of every bench", () => {
		const rule = ruleOf([{ bench: "citizens", quorum: null, threshold: ofYes }]);
		expect(count(rule, [bench("politics", 0, 3), bench("citizens", 4, 0)])).toMatchObject({
			result: "adopted",
			benches: [{ bench: "citizens" }],
		});
	});
	it("asks nothing of a bench of which nobody is entitled", () => {
		const quorum = { share: half, comparison: "more-than", base: "seats", counts: "present" } as const;
		const rule = ruleOf([{ bench: "citizens", quorum, threshold: ofYes }]);
		const told = count(rule, [bench("politics", 3, 0), bench("citizens", 0, 0, { seats: 2 })]);
		expect(told).toMatchObject({ result: "adopted", benches: [], benchQuorums: [] });
	});
	it("counts a bench's quorum by votes cast, abstentions included", () => {
		const quorum = { share: half, comparison: "more-than", base: "present", counts: "votes-cast" } as const;
		const rule = ruleOf([{ bench: "citizens", quorum, threshold: null }]);
		const of = (yes: number, abstain: number) =>
			count(rule, [bench("politics", 9, 0), bench("citizens", yes, 0, { abstain, electorate: 6, present: 4 })]).result;
		expect([of(2, 0), of(2, 1), of(0, 3)]).toEqual(["not-decided", "adopted", "adopted"]);
	});
	it("needs the votes of each bench only where a majority is asked of one", () => {
		const quorum = { share: half, comparison: "more-than", base: "seats", counts: "present" } as const;
		expect(asksBenches(ruleOf([]))).toBe(false);
		expect(asksBenches(ruleOf([{ bench: "citizens", quorum, threshold: null }]))).toBe(false);
		expect(asksBenches(ruleOf([{ bench: "citizens", quorum: null, threshold: ofYes }]))).toBe(true);
		expect(asksBenches(ruleOf([], threshold))).toBe(true);
	});
	it("is refused for more entitled than seats", () => {
		const impossible = bench("citizens", 1, 0, { seats: 0 });
		expect(() => countMajority(ruleOf([]), 9, [impossible])).toThrow(RangeError);
	});
});

describe("a bench's quorum in every other method", () => {
	const quorum = { share: twoThirds, comparison: "at-least", base: "seats", counts: "present" } as const;
	const benches = [{ bench: "citizens", quorum, threshold: null }];
	const turnout = (present: number): Turnout => ({
		seats: 6,
		benches: [
			{ bench: "politics", seats: 3, electorate: 3, present: 3 },
			{ bench: "citizens", seats: 3, electorate: 3, present },
		],
	});
	const parts = { quorum: null, benches, reasonFor: [] };
	test.each([
		["consent", { method: "consent", ...parts }, "consent"],
		["consensus", { method: "consensus", ...parts, vetoes: 1, aside: null }, "agree"],
		["score", { method: "score", ...parts, highest: 5, passive: null, lot: null }, { 1: 5, 2: 0 }],
		["ranking", { method: "ranking", ...parts, unranked: "last", passive: null, lot: null }, { 1: 1, 2: 2 }],
		["resistance", { method: "resistance", ...parts, highest: 10, passive: "2", lot: null }, { 1: 0, 2: 9 }],
		["majority", { method: "majority", ...parts, threshold, eachBench: null }, "yes"],
	] as const)("%s", (_, stored, choice) => {
		const rule = storedDecisionRule(JSON.parse(JSON.stringify(stored)));
		const options = typeof choice === "string" ? [] : ["1", "2"];
		const told = (present: number, isSecret: boolean) => {
			const of = (name: string, voted: number) =>
				Array.from({ length: voted }, () => ({ bench: isSecret ? null : name, choice }));
			return countDecision(rule, turnout(present), [...of("politics", 3), ...of("citizens", present)], options);
		};
		for (const isSecret of [false, true]) {
			expect(told(2, isSecret)).toMatchObject({
				result: "adopted",
				benchQuorums: [{ met: true, reached: 2, needed: 2 }],
			});
			expect(told(1, isSecret)).toMatchObject({
				result: "not-decided",
				benchQuorums: [{ bench: "citizens", met: false, reached: 1, needed: 2, base: 3 }],
			});
		}
	});
});
