import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { EqualSharesRule, GreedyRule } from "./budget-rule";
import { budgetRule } from "./budget-rule";
import { countBudget } from "./count-budget";
import type { Election } from "./election";
import type { EqualSharesResult } from "./equal-shares";
import { ratioOf } from "./exact";

const before = ["lower-cost", "more-votes"] as const;
const tiesOf = (lot: string[]) => ({ before: [...before], lot });
const greedy = (lot: string[], changes: Partial<GreedyRule> = {}): GreedyRule => ({
	method: "greedy",
	ties: tiesOf(lot),
	leastVotes: 0,
	skipping: true,
	parts: null,
	...changes,
});
const shares = (lot: string[], changes: Partial<EqualSharesRule> = {}): EqualSharesRule => ({
	method: "equal-shares",
	ties: tiesOf(lot),
	leastVotes: 0,
	utility: "cost",
	completion: "none",
	stop: "exhaustive",
	...changes,
});
/** Costs in euros, ballots as the letters they approve. */
function election(budget: number, costs: Record<string, number>, ballots: string[]): Election {
	return {
		budget: BigInt(budget) * 100n,
		unit: 100n,
		projects: Object.entries(costs).map(([id, cost]) => ({ id, cost: BigInt(cost) * 100n })),
		ballots: ballots.map((letters) => ({ points: Object.fromEntries([...letters].map((l) => [l, 1])), voters: 1 })),
	};
}
function sharesOf(given: Election, rule: EqualSharesRule): EqualSharesResult {
	const count = countBudget(given, rule);
	if (count.method !== "equal-shares") throw new Error("not by equal shares");
	return count;
}

// participation-practice.md, "Worked examples", 1
const costs = { A: 28_000, B: 20_000, C: 15_000, D: 10_000 };
const example = election(60_000, costs, ["AB", "AB", "ABD", "ABD", "CD", "CD"]);
const letters = Object.keys(costs);

describe("worked example 1", () => {
	it("greedy: D, B, A for 58,000", () => {
		const count = countBudget(example, greedy(letters));
		expect(count.funded).toEqual(["D", "B", "A"]);
		expect(count.spent).toBe("5800000");
	});

	it("equal shares: D, B, C for 45,000, with price and effective votes of each round", () => {
		const count = sharesOf(example, shares(letters));
		expect(count.funded).toEqual(["D", "B", "C"]);
		expect(count.spent).toBe("4500000");
		expect(count.rounds.map(({ project, price, score }) => [project, price, score])).toEqual([
			["D", "250000", "4"],
			["B", "500000", "4"],
			["C", "750000", "2"],
		]);
		// 1 and 2 have 5,000 left, 3 and 4 have 2,500
		expect(count.leftOut).toEqual([
			{ project: "A", cost: "2800000", votes: "4", supportersHadLeft: "1500000", reason: "supporters-lack-money" },
		]);
		expect(count.rounds[0]?.tiedWith).toEqual(["B", "A"]);
	});

	test.each([
		["add1", "exhaustive"],
		["add1u", "exhaustive"],
	] as const)("%s, %s: nothing more fits", (completion, stop) => {
		const count = sharesOf(example, shares(letters, { completion, stop }));
		expect(count.funded).toEqual(["D", "B", "C"]);
		expect(count.ended).toBe("nothing-more-fits");
		expect(count.steps).toHaveLength(1);
	});

	it("overshoot goes on until the next euro would cost too much", () => {
		const count = sharesOf(example, shares(letters, { completion: "add1", stop: "overshoot" }));
		expect(count.ended).toBe("next-too-expensive");
		expect(BigInt(count.tooExpensive?.cost ?? 0) > example.budget).toBe(true);
	});
});

describe("cost or approval (4.2)", () => {
	const six = election(60, { G: 60, X: 20, Y: 20, Z: 20 }, ["GXYZ", "GXYZ", "GXYZ", "G", "G", "G"]);
	const lot = ["X", "Y", "Z", "G"];
	it("by cost the large one, which all want", () => {
		const count = sharesOf(six, shares(lot));
		expect(count.funded).toEqual(["G"]);
		expect(count.rounds[0]?.score).toBe("6");
	});
	it("by approval one small project, 40 of 60 unspent", () => {
		const count = sharesOf(six, shares(lot, { utility: "approval" }));
		expect(count.funded).toEqual(["X"]);
		expect(count.rounds[0]?.price).toBe("2000/3");
		expect(count.rounds[0]?.tiedWith).toEqual(["Y", "Z"]);
	});
});

describe("greedy variants", () => {
	const three = election(100, { A: 60, B: 50, C: 30 }, ["AB", "AB", "AB", "A", "C", "C"]);
	const lot = ["A", "B", "C"];
	test.each<[string, Partial<GreedyRule>, Partial<Election>, string[]]>([
		["skips what does not fit", {}, {}, ["A", "C"]],
		["ends at what does not fit", { skipping: false }, {}, ["A"]],
		["leaves out below the least votes", { leastVotes: 3 }, {}, ["A"]],
		[
			"funds one of an exclusion group",
			{},
			{ projects: three.projects.map((p) => (p.id === "B" ? p : { ...p, exclusionGroup: "x" })) },
			["A"],
		],
		[
			"spends partial budgets, the rest stays",
			{
				parts: {
					amounts: [
						{ part: "north", amount: "7000" },
						{ part: "south", amount: "3000" },
					],
					leftover: "unspent",
				},
			},
			{ projects: three.projects.map((p) => ({ ...p, part: p.id === "C" ? "south" : "north" })) },
			["A", "C"],
		],
		[
			"gives the rest of partial budgets to all",
			{
				parts: {
					amounts: [
						{ part: "north", amount: "5000" },
						{ part: "south", amount: "3000" },
					],
					leftover: "for-all",
				},
			},
			{ budget: 14_000n, projects: three.projects.map((p) => ({ ...p, part: p.id === "C" ? "south" : "north" })) },
			["B", "C", "A"],
		],
	])("%s", (_, rule, changes, funded) => {
		expect(countBudget({ ...three, ...changes }, greedy(lot, rule)).funded).toEqual(funded);
	});
	it("says of each project what became of it", () => {
		const count = countBudget(three, greedy(lot, { skipping: false }));
		expect(count.method === "greedy" && count.steps.map(({ outcome }) => outcome)).toEqual([
			"funded",
			"too-expensive",
			"list-ended",
		]);
	});
});

describe("ties", () => {
	const same = election(10, { A: 10, B: 10 }, ["A", "B"]);
	it("the lot decides between equals, in every method", () => {
		for (const lot of [
			["A", "B"],
			["B", "A"],
		]) {
			expect(countBudget(same, greedy(lot)).funded).toEqual([lot[0]]);
			expect(countBudget(same, shares(lot, { completion: "add1u" })).funded).toEqual([lot[0]]);
		}
	});
	test.each([[["A"]], [["A", "B", "B"]], [["A", "C"]]])("a lot %j is refused", (lot) => {
		expect(() => countBudget(same, greedy(lot))).toThrow(RangeError);
	});
});

describe("completion", () => {
	it("funds everything with a vote when all fit together", () => {
		const given = election(100, { A: 30, B: 20, C: 10 }, ["A", "B", "B"]);
		const count = sharesOf(given, shares(["A", "B", "C"], { completion: "add1" }));
		expect(count.ended).toBe("all-fit");
		expect(count.funded).toEqual(["B", "A"]);
	});
	it("a cheap project nobody voted for does not keep Add1 going", () => {
		const given = election(100, { A: 60, B: 60, C: 1 }, ["A", "A", "B"]);
		const count = sharesOf(given, shares(["A", "B", "C"], { completion: "add1" }));
		expect(count.ended).toBe("nothing-more-fits");
		expect(count.funded).toEqual(["A"]);
	});
	it("Add1U spends by votes what is left", () => {
		const given = election(100, { A: 60, B: 90, C: 40 }, ["A", "A", "A", "B", "B", "C"]);
		const plain = sharesOf(given, shares(["A", "B", "C"], { completion: "add1", stop: "exhaustive" }));
		const both = sharesOf(given, shares(["A", "B", "C"], { completion: "add1u", stop: "exhaustive" }));
		expect(both.funded.slice(0, plain.funded.length)).toEqual(plain.funded);
		expect(both.funded).toEqual(["A", "C"]);
	});
	it("points: who gave more points pays more", () => {
		const given: Election = {
			budget: 900n,
			unit: 1n,
			projects: [{ id: "A", cost: 400n }],
			ballots: [
				{ points: { A: 3 }, voters: 1 },
				{ points: { A: 1 }, voters: 1 },
				{ points: {}, voters: 1 },
			],
		};
		const count = sharesOf(given, shares(["A"], { utility: "points" }));
		// 300 and 100 of 300 each
		expect(count.rounds[0]).toMatchObject({ price: "100", paidAllTheyHad: "0" });
	});
	it("nobody voted: nothing is funded", () => {
		expect(countBudget(election(100, { A: 30 }, []), shares(["A"], { completion: "add1" })).funded).toEqual([]);
	});
});

describe("what cannot be counted is refused", () => {
	test.each([
		["a project for nothing", election(10, { A: 0 }, [])],
		["an unknown project", election(10, { A: 1 }, ["B"])],
		["half a point", { ...election(10, { A: 1 }, []), ballots: [{ points: { A: 0.5 }, voters: 1 }] }],
	])("%s", (_, given) => {
		expect(() => countBudget(given, greedy(["A"]))).toThrow(RangeError);
		expect(() => countBudget(given, shares(["A"]))).toThrow(RangeError);
	});
	it("a rule as data", () => {
		expect(budgetRule.safeParse(shares(["A"])).success).toBe(true);
		expect(budgetRule.safeParse({ ...shares(["A"]), stop: "somewhere" }).success).toBe(false);
	});
});

const ids = ["A", "B", "C", "D", "E", "F"];
const elections = fc
	.record({
		budget: fc.integer({ min: 1, max: 400 }),
		costs: fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 6, maxLength: 6 }),
		ballots: fc.array(fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 4 })), { maxLength: 14 }),
		lot: fc.shuffledSubarray(ids, { minLength: 6 }),
	})
	.map(({ budget, costs, ballots, lot }) => ({
		lot,
		given: {
			budget: BigInt(budget),
			unit: 1n,
			projects: ids.map((id, index) => ({ id, cost: BigInt(costs[index] ?? 1) })),
			ballots: ballots.map((points) => ({ points: { ...points }, voters: 1 })),
		} satisfies Election,
	}));
const allRules = (lot: string[]) => [
	greedy(lot),
	greedy(lot, { skipping: false }),
	...(["cost", "approval", "points"] as const).flatMap((utility) =>
		(["none", "add1", "add1u"] as const).flatMap((completion) =>
			(["exhaustive", "overshoot"] as const).map((stop) => shares(lot, { utility, completion, stop })),
		),
	),
];

describe("for every election", () => {
	const runs = { numRuns: 60 };

	it("what is funded costs what is said, and never more than the budget", () => {
		fc.assert(
			fc.property(elections, ({ given, lot }) => {
				for (const rule of allRules(lot)) {
					const { funded, spent } = countBudget(given, rule);
					const cost = given.projects.reduce((sum, p) => sum + (funded.includes(p.id) ? p.cost : 0n), 0n);
					expect(new Set(funded).size).toBe(funded.length);
					expect(BigInt(spent)).toBe(cost);
					expect(cost <= given.budget).toBe(true);
				}
			}),
			runs,
		);
	});

	it("neither the order of ballots nor that of projects matters, and equal ballots may be merged", () => {
		fc.assert(
			fc.property(elections, fc.nat(), ({ given, lot }, turn) => {
				const at = given.ballots.length ? turn % given.ballots.length : 0;
				const turned = [...given.ballots.slice(at), ...given.ballots.slice(0, at)].reverse();
				const twice = [...given.ballots, ...given.ballots];
				const merged = given.ballots.map((ballot) => ({ ...ballot, voters: 2 }));
				for (const rule of allRules(lot)) {
					expect(countBudget({ ...given, ballots: turned }, rule)).toEqual(countBudget(given, rule));
					expect(countBudget({ ...given, projects: given.projects.toReversed() }, rule).funded).toEqual(
						countBudget(given, rule).funded,
					);
					expect(countBudget({ ...given, ballots: merged }, rule)).toEqual(
						countBudget({ ...given, ballots: twice }, rule),
					);
				}
			}),
			runs,
		);
	});

	it("other names change nothing but the names (neutrality, with the lot renamed too)", () => {
		fc.assert(
			fc.property(elections, fc.shuffledSubarray(ids, { minLength: 6 }), ({ given, lot }, others) => {
				const renamed = (id: string) => others[ids.indexOf(id)] ?? id;
				const other: Election = {
					...given,
					projects: given.projects.map((p) => ({ ...p, id: renamed(p.id) })),
					ballots: given.ballots.map(({ points, voters }) => ({
						points: Object.fromEntries(Object.entries(points).map(([id, value]) => [renamed(id), value])),
						voters,
					})),
				};
				for (const [index, rule] of allRules(lot).entries()) {
					const again = allRules(lot.map(renamed))[index];
					if (!again) throw new Error("one rule for one");
					expect(countBudget(other, again).funded).toEqual(countBudget(given, rule).funded.map(renamed));
				}
			}),
			runs,
		);
	});

	it("nobody pays more than the share, and supporters pay exactly the cost (a second, slow way of counting agrees)", () => {
		fc.assert(
			fc.property(elections, ({ given, lot }) => {
				for (const utility of ["cost", "approval", "points"] as const) {
					const count = sharesOf(given, shares(lot, { utility }));
					expect(count.funded).toEqual(slowEqualShares(given, shares(lot, { utility })));
					for (const { price } of count.rounds) expect(ratioOf(price).numerator > 0n).toBe(true);
				}
			}),
			runs,
		);
	});
});

type Fraction = [bigint, bigint];
const less = ([a, b]: Fraction, [c, d]: Fraction) => a * d < c * b;
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, factor: bigint): Fraction => [a * factor, b];

/** Straight from the definition: sort supporters by money per point, and try each prefix as those who pay all they have. */
function slowEqualShares(given: Election, rule: EqualSharesRule): string[] {
	if (given.ballots.length === 0) return [];
	const money: Fraction[] = given.ballots.map(() => [given.budget, BigInt(given.ballots.length)]);
	const funded: string[] = [];
	const votes = (id: string) => given.ballots.reduce((sum, { points }) => sum + (points[id] ?? 0), 0);
	for (;;) {
		let best: { id: string; cost: bigint; price: Fraction; value: Fraction } | null = null;
		for (const { id, cost } of given.projects) {
			if (funded.includes(id)) continue;
			const weight = (voter: number) =>
				rule.utility === "points" ? BigInt(given.ballots[voter]?.points[id] ?? 0) : 1n;
			const per = (voter: number): Fraction => [money[voter]?.[0] ?? 0n, (money[voter]?.[1] ?? 1n) * weight(voter)];
			const payers = [...given.ballots.keys()]
				.filter((voter) => given.ballots[voter]?.points[id])
				.sort((one, other) => (less(per(one), per(other)) ? -1 : 1));
			let rest: Fraction = [cost, 1n];
			for (const [place, voter] of payers.entries()) {
				const sum = payers.slice(place).reduce((all, one) => all + weight(one), 0n);
				const price: Fraction = [rest[0], rest[1] * sum];
				if (!less(per(voter), price)) {
					const value: Fraction = [price[1] * (rule.utility === "cost" ? cost : 1n), price[0]];
					const better =
						best === null ||
						less(best.value, value) ||
						(!less(value, best.value) &&
							(cost < best.cost ||
								(cost === best.cost &&
									(votes(id) > votes(best.id) ||
										(votes(id) === votes(best.id) && rule.ties.lot.indexOf(id) < rule.ties.lot.indexOf(best.id))))));
					if (better) best = { id, cost, price, value };
					break;
				}
				rest = minus(rest, money[voter] ?? [0n, 1n]);
			}
		}
		if (!best) return funded;
		let paid: Fraction = [0n, 1n];
		for (const [voter, { points }] of given.ballots.entries()) {
			const value = points[best.id];
			if (!value) continue;
			const asked = times(best.price, rule.utility === "points" ? BigInt(value) : 1n);
			const has = money[voter] ?? [0n, 1n];
			const pays = less(has, asked) ? has : asked;
			paid = plus(paid, pays);
			money[voter] = minus(has, pays);
			expect(less(money[voter] ?? [0n, 1n], [0n, 1n])).toBe(false);
		}
		expect(paid[0]).toBe(best.cost * paid[1]);
		funded.push(best.id);
	}
}
