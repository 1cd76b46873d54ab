import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Comparison, neededOf } from "./fraction";
import { type BenchVotes, countMajority, type MajorityRule } from "./majority";
import { storedRule } from "./rule";

const half = { numerator: 1, denominator: 2 };
const twoThirds = { numerator: 2, denominator: 3 };

const simple: MajorityRule = {
	quorum: { share: half, comparison: "more-than", base: "seats", counts: "present" },
	threshold: { share: half, comparison: "more-than", base: "yes-and-no" },
	eachBench: null,
};
const rule = (changes: Partial<MajorityRule>): MajorityRule => ({ ...simple, ...changes });

function bench(yes: number, no: number, abstain = 0, more: Partial<BenchVotes> = {}): BenchVotes {
	const present = yes + no + abstain;
	return { bench: "citizens", electorate: present, present, yes, no, abstain, ...more };
}

describe("exact shares", () => {
	test.each([3, 6, 9, 12, 15, 18, 21, 24, 27, 30])("two thirds of %i", (voters) => {
		expect(neededOf(twoThirds, voters, "at-least")).toBe((voters / 3) * 2);
		const yes = (voters / 3) * 2;
		const asked = rule({ threshold: { share: twoThirds, comparison: "at-least", base: "votes-cast" } });
		expect(countMajority(asked, voters, [bench(yes, voters - yes)]).result).toBe("adopted");
		expect(countMajority(asked, voters, [bench(yes - 1, voters - yes + 1)]).result).toBe("rejected");
	});

	test.each<[number, number, number, Comparison, number]>([
		[1, 2, 4, "more-than", 3],
		[1, 2, 5, "more-than", 3],
		[1, 2, 4, "at-least", 2],
		[2, 3, 7, "at-least", 5],
		[3, 4, 9, "at-least", 7],
		[1, 1, 9, "at-least", 9],
		[0, 1, 9, "at-least", 0],
	])("%i/%i of %i, %s: %i", (numerator, denominator, whole, comparison, needed) => {
		expect(neededOf({ numerator, denominator }, whole, comparison)).toBe(needed);
	});

	test.each([
		[{ numerator: 3, denominator: 2 }, 3],
		[{ numerator: 1, denominator: 0 }, 3],
		[{ numerator: -1, denominator: 2 }, 3],
		[{ numerator: 0.5, denominator: 1 }, 3],
		[half, -1],
		[half, 1.5],
	])("%o of %d is refused", (share, whole) => {
		expect(() => neededOf(share, whole, "at-least")).toThrow(RangeError);
	});

	it("holds for every share and size: what is needed reaches it, one less does not", () => {
		const sizes = fc.integer({ min: 0, max: 2 ** 40 });
		fc.assert(
			fc.property(sizes, fc.integer({ min: 1, max: 2 ** 40 }), sizes, (top, denominator, whole) => {
				const numerator = top % (denominator + 1);
				const [n, d, w] = [BigInt(numerator), BigInt(denominator), BigInt(whole)];
				const least = BigInt(neededOf({ numerator, denominator }, whole, "at-least"));
				const more = BigInt(neededOf({ numerator, denominator }, whole, "more-than"));
				expect(least * d >= n * w).toBe(true);
				expect(least === 0n || (least - 1n) * d < n * w).toBe(true);
				expect(more * d > n * w).toBe(true);
				expect((more - 1n) * d <= n * w).toBe(true);
			}),
		);
	});
});

describe("quorum", () => {
	test.each<[string, Partial<MajorityRule>, BenchVotes, number, string]>([
		["unmet is not decided, whatever the votes", {}, bench(3, 0, 0, { electorate: 10 }), 10, "not-decided"],
		["unmet is not decided, never rejected", {}, bench(0, 3, 0, { electorate: 10 }), 10, "not-decided"],
		["half is not more than half", {}, bench(5, 0, 0, { electorate: 10 }), 10, "not-decided"],
		["seats count also those who may not vote", {}, bench(5, 0, 0, { electorate: 9 }), 10, "not-decided"],
		["met", {}, bench(4, 2, 0, { electorate: 10 }), 10, "adopted"],
		["none asked", { quorum: null }, bench(1, 0, 0, { electorate: 10 }), 10, "adopted"],
		[
			"by votes cast: who is present but silent is missing",
			{ quorum: { share: half, comparison: "more-than", base: "present", counts: "votes-cast" } },
			bench(2, 0, 1, { electorate: 10, present: 8 }),
			10,
			"not-decided",
		],
		[
			"by votes cast, abstentions included",
			{ quorum: { share: half, comparison: "more-than", base: "present", counts: "votes-cast" } },
			bench(2, 0, 3, { electorate: 10, present: 8 }),
			10,
			"adopted",
		],
	])("%s", (_, changes, votes, seats, result) => {
		expect(countMajority(rule(changes), seats, [votes]).result).toBe(result);
	});
});

describe("threshold", () => {
	const of = (base: "votes-cast" | "yes-and-no" | "electorate") =>
		rule({ quorum: null, threshold: { share: half, comparison: "more-than", base } });

	test.each([
		["abstentions do not count among yes and no", of("yes-and-no"), bench(3, 2, 5), "adopted"],
		["they count among the votes cast", of("votes-cast"), bench(3, 2, 5), "rejected"],
		["those absent count among the electorate", of("electorate"), bench(5, 0, 0, { electorate: 10 }), "rejected"],
		["a tie is not more than half", of("yes-and-no"), bench(4, 4), "rejected"],
		["nobody said yes or no", of("yes-and-no"), bench(0, 0, 6), "rejected"],
	])("%s", (_, asked, votes, result) => {
		expect(countMajority(asked, votes.electorate, [votes]).result).toBe(result);
	});

	it("adopts nothing without a yes, even when no share is asked", () => {
		const asked = rule({
			quorum: null,
			threshold: { share: { numerator: 0, denominator: 1 }, comparison: "at-least", base: "votes-cast" },
		});
		expect(countMajority(asked, 3, [bench(0, 0, 3)]).result).toBe("rejected");
	});
});

describe("the boundary of every base", () => {
	const quorumOf = (base: "seats" | "electorate" | "present", counts: "present" | "votes-cast") =>
		rule({ quorum: { share: twoThirds, comparison: "at-least", base, counts } });
	const votes = (more: Partial<BenchVotes>): BenchVotes => ({
		bench: "citizens",
		electorate: 12,
		present: 12,
		yes: 0,
		no: 0,
		abstain: 0,
		...more,
	});

	// two thirds of 15 seats are 10, of 12 entitled 8, of 9 present 6
	test.each([
		["seats, by who is present", quorumOf("seats", "present"), votes({ present: 10, yes: 1 }), true],
		["seats, one less", quorumOf("seats", "present"), votes({ present: 9, yes: 1 }), false],
		["seats, by votes cast", quorumOf("seats", "votes-cast"), votes({ yes: 8, no: 1, abstain: 1 }), true],
		["seats, one vote less", quorumOf("seats", "votes-cast"), votes({ yes: 8, no: 1 }), false],
		["electorate, by who is present", quorumOf("electorate", "present"), votes({ present: 8, yes: 1 }), true],
		["electorate, one less", quorumOf("electorate", "present"), votes({ present: 7, yes: 1 }), false],
		["electorate, by votes cast", quorumOf("electorate", "votes-cast"), votes({ yes: 1, abstain: 7 }), true],
		["electorate, one vote less", quorumOf("electorate", "votes-cast"), votes({ yes: 1, abstain: 6 }), false],
		["present, by votes cast", quorumOf("present", "votes-cast"), votes({ present: 9, yes: 6 }), true],
		["present, one vote less", quorumOf("present", "votes-cast"), votes({ present: 9, yes: 5 }), false],
	])("quorum of %s", (_, asked, given, met) => {
		const count = countMajority(asked, 15, [given]);
		expect(count.quorum?.met).toBe(met);
		expect(count.result === "not-decided").toBe(!met);
	});

	const yesOf = (base: MajorityRule["threshold"]["base"], comparison: Comparison = "at-least") =>
		rule({ quorum: null, threshold: { share: comparison === "at-least" ? twoThirds : half, comparison, base } });
	// of 12 entitled 9 are there and vote: three abstain, so two thirds are 6 of 9, 4 of 6, 8 of 12, 6 of 9
	test.each([
		["votes cast", yesOf("votes-cast"), votes({ present: 9, yes: 6, no: 0, abstain: 3 }), "adopted"],
		["votes cast, one less", yesOf("votes-cast"), votes({ present: 9, yes: 5, no: 1, abstain: 3 }), "rejected"],
		["yes and no", yesOf("yes-and-no"), votes({ present: 9, yes: 4, no: 2, abstain: 3 }), "adopted"],
		["yes and no, one less", yesOf("yes-and-no"), votes({ present: 9, yes: 3, no: 3, abstain: 3 }), "rejected"],
		["electorate", yesOf("electorate"), votes({ present: 9, yes: 8, no: 1 }), "adopted"],
		["electorate, one less", yesOf("electorate"), votes({ present: 9, yes: 7, no: 2 }), "rejected"],
		["present", yesOf("present"), votes({ present: 9, yes: 6, no: 1 }), "adopted"],
		["present, one less", yesOf("present"), votes({ present: 9, yes: 5, no: 1 }), "rejected"],
		["more than half cast", yesOf("votes-cast", "more-than"), votes({ yes: 5, no: 2, abstain: 2 }), "adopted"],
		["exactly half cast", yesOf("votes-cast", "more-than"), votes({ yes: 5, no: 3, abstain: 2 }), "rejected"],
		["more than half of the electorate", yesOf("electorate", "more-than"), votes({ yes: 7 }), "adopted"],
		["exactly half of the electorate", yesOf("electorate", "more-than"), votes({ yes: 6 }), "rejected"],
	] as const)("threshold of %s", (_, asked, given, result) => {
		expect(countMajority(asked, 12, [given]).result).toBe(result);
	});

	const sizes = [3, 6, 9, 12, 15, 18, 21, 24, 27, 30];
	const bases = ["votes-cast", "yes-and-no", "electorate", "present"] as const;
	test.each(sizes.flatMap((voters) => bases.map((base) => [voters, base] as const)))(
		"two thirds of %i by %s",
		(voters, base) => {
			const needed = (voters / 3) * 2;
			expect(countMajority(yesOf(base), voters, [bench(needed, voters - needed)]).result).toBe("adopted");
			expect(countMajority(yesOf(base), voters, [bench(needed - 1, voters - needed + 1)]).result).toBe("rejected");
		},
	);
});

describe("each bench", () => {
	const asked = rule({ eachBench: { share: half, comparison: "more-than", base: "yes-and-no" } });
	const politics = (yes: number, no: number, abstain = 0) => bench(yes, no, abstain, { bench: "politics" });

	it("is not outvoted, and is shown apart", () => {
		const count = countMajority(asked, 10, [politics(7, 0), bench(1, 2)]);
		expect(count.result).toBe("rejected");
		expect(count.threshold).toEqual({ met: true, reached: 8, needed: 6, base: 10 });
		expect(count.benches).toEqual([
			{ bench: "politics", met: true, reached: 7, needed: 4, base: 7 },
			{ bench: "citizens", met: false, reached: 1, needed: 2, base: 3 },
		]);
	});

	it("without a vote has not reached its share; without a seat it is not asked", () => {
		const silent = bench(0, 0, 0, { electorate: 2 });
		expect(countMajority(asked, 9, [politics(7, 0), silent]).result).toBe("rejected");
		const empty = bench(0, 0);
		expect(countMajority(asked, 9, [politics(7, 0), empty]).result).toBe("adopted");
	});
});

const votesOf = fc
	.record({ yes: fc.nat(40), no: fc.nat(40), abstain: fc.nat(40), silent: fc.nat(20), absent: fc.nat(20) })
	.map(({ yes, no, abstain, silent, absent }) => {
		const present = yes + no + abstain + silent;
		return bench(yes, no, abstain, { present, electorate: present + absent });
	});
const shares = fc
	.record({ numerator: fc.nat(12), denominator: fc.integer({ min: 1, max: 12 }) })
	.map(({ numerator, denominator }) => ({ numerator: numerator % (denominator + 1), denominator }));
const comparisons = fc.constantFrom<Comparison>("at-least", "more-than");
const ofYes = fc.record({
	share: shares,
	comparison: comparisons,
	base: fc.constantFrom("votes-cast" as const, "yes-and-no" as const, "electorate" as const),
});
const rules: fc.Arbitrary<MajorityRule> = fc.record({
	quorum: fc.option(
		fc.record({
			share: shares,
			comparison: comparisons,
			base: fc.constantFrom("seats" as const, "electorate" as const, "present" as const),
			counts: fc.constantFrom("present" as const, "votes-cast" as const),
		}),
	),
	threshold: ofYes,
	eachBench: fc.option(ofYes),
});

describe("for every rule and every vote", () => {
	const cases = fc.record({
		asked: rules,
		benches: fc.array(votesOf, { minLength: 1, maxLength: 4 }),
		more: fc.nat(5),
	});
	const seatsOf = (benches: BenchVotes[], more: number) =>
		benches.reduce((sum, { electorate }) => sum + electorate, 0) + more;

	it("the result follows from the tests, and only an unmet quorum leaves it undecided", () => {
		fc.assert(
			fc.property(cases, ({ asked, benches, more }) => {
				const count = countMajority(asked, seatsOf(benches, more), benches);
				const carried = count.threshold.met && count.benches.every(({ met }) => met);
				expect(count.result === "not-decided").toBe(count.quorum !== null && !count.quorum.met);
				if (count.result !== "not-decided") expect(count.result === "adopted").toBe(carried);
				if (count.result === "adopted") expect(count.votes.yes).toBeGreaterThan(0);
			}),
		);
	});

	it("a no that becomes a yes never turns an adoption around", () => {
		fc.assert(
			fc.property(cases, ({ asked, benches, more }) => {
				const seats = seatsOf(benches, more);
				if (countMajority(asked, seats, benches).result !== "adopted") return;
				const won = benches.map((votes) => (votes.no > 0 ? { ...votes, yes: votes.yes + 1, no: votes.no - 1 } : votes));
				expect(countMajority(asked, seats, won).result).toBe("adopted");
			}),
		);
	});

	it("the order of the benches changes nothing, and a stored rule is the same rule", () => {
		fc.assert(
			fc.property(cases, ({ asked, benches, more }) => {
				const seats = seatsOf(benches, more);
				const again = countMajority(storedRule(JSON.parse(JSON.stringify(asked))), seats, benches.toReversed());
				expect(again.result).toBe(countMajority(asked, seats, benches).result);
			}),
		);
	});
});

test.each([
	["more votes than present", bench(3, 0, 0, { present: 2 }), 5],
	["more present than entitled", bench(1, 0, 0, { present: 3, electorate: 2 }), 5],
	["a part of a vote", bench(0.5, 0, 0, { present: 1, electorate: 1 }), 5],
	["less than nothing", bench(-1, 2), 5],
	["more entitled than seats", bench(3, 0), 2],
])("%s is refused", (_, votes, seats) => {
	expect(() => countMajority(simple, seats, [votes])).toThrow(RangeError);
});

test("what is no rule is not read as one", () => {
	expect(() => storedRule({ ...simple, threshold: { ...simple.threshold, base: "everybody" } })).toThrow();
	expect(() =>
		storedRule({ ...simple, threshold: { ...simple.threshold, share: { numerator: 3, denominator: 2 } } }),
	).toThrow();
});
