import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IndexRule, indexed } from "./index-rule";

const rule = (given: Partial<IndexRule> = {}): IndexRule => ({
	basis: "Verbraucherpreisindex",
	baseYear: 2026,
	perYear: 20_000n,
	threshold: 0n,
	cap: null,
	effect: "automatic",
	...given,
});
const cents = (amount: bigint, given: Partial<IndexRule>, year: number) => indexed(amount, rule(given), year).cents;

describe("indexation", () => {
	test.each([
		["the base year", {}, 2026, 1_000_000n],
		["before the base year", {}, 2024, 1_000_000n],
		["a year of 2 %", {}, 2027, 1_020_000n],
		["five years of 2 %, from the base year: 1.02 to the fifth", {}, 2031, 1_104_081n],
		["a cap of 5 % against the base year", { cap: 50_000n }, 2031, 1_050_000n],
		["a cap that is not reached", { cap: 50_000n }, 2027, 1_020_000n],
		["below the threshold nothing happens", { threshold: 50_000n }, 2028, 1_000_000n],
		["from the threshold on the whole rise counts", { threshold: 50_000n }, 2029, 1_061_208n],
		["the default is a review: the amount stays", { effect: "review" as const }, 2031, 1_000_000n],
	])("%s", (_, given, year, expected) => {
		expect(cents(1_000_000n, given, year)).toBe(expected);
	});

	test("a review is told, with what the amount would be", () => {
		expect(indexed(1_000_000n, rule({ effect: "review", threshold: 50_000n }), 2029)).toEqual({
			cents: 1_000_000n,
			atPrices: 1_061_208n,
			review: true,
		});
		expect(indexed(1_000_000n, rule({ effect: "review", threshold: 50_000n }), 2028).review).toBe(false);
		expect(indexed(1_000_000n, rule({ effect: "review", perYear: 0n }), 2029).review).toBe(false);
		expect(indexed(7n, null, 2050)).toEqual({ cents: 7n, atPrices: 7n, review: false });
	});

	test("five yearly steps are one of five years: never rounded in between", () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 100_000n }), (amount, perYear) => {
				const steps = indexed(amount, rule({ perYear }), 2031).cents;
				const grown = (1_000_000n + perYear) ** 5n - 10n ** 30n;
				// One step whose rate is exactly the growth of five years, in a rule that counts as many years as one.
				const exact = (2n * amount * (grown + 10n ** 30n) + 10n ** 30n) / (2n * 10n ** 30n);
				expect(steps).toBe(exact);
			}),
			{ numRuns: 2000 },
		);
		// Rounded every year the amount would be another one.
		const chained = [1, 2, 3, 4, 5].reduce((amount) => indexed(amount, rule(), 2027).cents, 25n);
		expect(chained).not.toBe(cents(25n, {}, 2031));
	});
});
