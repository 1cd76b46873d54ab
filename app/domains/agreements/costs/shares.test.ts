import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largestAmount } from "./money-input";
import { type Basis, type Distribution, distribute, type ShareKey } from "./shares";

const basis = (...values: bigint[]): Basis => values.map((value, index) => ({ party: `party-${index}`, value }));
const by = (key: ShareKey, values: bigint[], restParty: string | null = null): Distribution => ({
	key,
	basis: basis(...values),
	restParty,
});
const centsOf = (cents: bigint, distribution: Distribution) => {
	const outcome = distribute(cents, distribution);
	return outcome.done ? outcome.value.map((share) => share.cents) : outcome.refusals.map(({ code }) => code);
};

describe("worked examples", () => {
	test("1.00 € by three equal parties: the odd cent to the first in contract order", () => {
		expect(centsOf(100n, by("equal", [0n, 0n, 0n]))).toEqual([34n, 33n, 33n]);
	});
	test("10,000.00 € by 40,619 : 14,622 inhabitants", () => {
		expect(centsOf(1_000_000n, by("inhabitants", [40_619n, 14_622n]))).toEqual([735_305n, 264_695n]);
	});
	test("weight zero bears nothing", () => {
		expect(centsOf(100n, by("inhabitants", [0n, 7n, 0n]))).toEqual([0n, 100n, 0n]);
	});
	test("fixed amounts, the rest to the one who is named", () => {
		expect(centsOf(1000n, by("fixed-amount", [200n, 0n], "party-1"))).toEqual([200n, 800n]);
		expect(centsOf(200n, by("fixed-amount", [200n, 0n]))).toEqual([200n, 0n]);
	});
	test("fixed percentages", () => {
		expect(centsOf(1001n, by("fixed-percent", [500_000n, 250_000n, 250_000n]))).toEqual([501n, 250n, 250n]);
	});
});

describe("refused", () => {
	test.each([
		["99.9999 %", by("fixed-percent", [999_999n]), "share-percent-sum"],
		["100.0001 %", by("fixed-percent", [1_000_000n, 1n]), "share-percent-sum"],
		["all weights zero", by("inhabitants", [0n, 0n]), "share-all-zero"],
		["negative weight", by("inhabitants", [-1n, 2n]), "share-negative"],
		["nobody", by("equal", []), "share-parties-missing"],
		["fixed amounts over the item", by("fixed-amount", [600n, 500n]), "share-fixed-exceeds"],
		["a rest without bearer", by("fixed-amount", [600n, 300n]), "share-rest-without-bearer"],
		["a bearer of the rest who is no party", by("fixed-amount", [600n], "somebody"), "share-rest-without-bearer"],
	])("%s", (_, distribution, code) => {
		expect(centsOf(1000n, distribution)).toEqual([code]);
	});
	test("the difference is shown", () => {
		expect(distribute(1n, by("fixed-percent", [999_999n]))).toMatchObject({
			refusals: [{ values: { difference: "−0,0001" } }],
		});
	});
	test("a party twice, a negative amount, an amount over ten billion euros", () => {
		const twice: Basis = [
			{ party: "a", value: 1n },
			{ party: "a", value: 1n },
		];
		expect(centsOf(1n, { key: "equal", basis: twice, restParty: null })).toEqual(["share-party-twice"]);
		expect(centsOf(-1n, by("equal", [1n]))).toEqual(["share-negative"]);
		expect(centsOf(largestAmount + 1n, by("equal", [1n]))).toEqual(["amount-too-large"]);
	});
});

describe("for every amount", () => {
	const amount = fc.bigInt({ min: 0n, max: largestAmount });
	const weights = fc.array(fc.bigInt({ min: 0n, max: 10_000_000n }), { minLength: 1, maxLength: 12 });

	test("the parts are the amount to the cent, zero stays zero, nobody is more than a cent off", () => {
		fc.assert(
			fc.property(amount, weights, fc.constantFrom("equal", "inhabitants"), (cents, values, key: ShareKey) => {
				const total = values.reduce((sum, value) => sum + value, 0n);
				fc.pre(key === "equal" || total > 0n);
				const shares = centsOf(cents, by(key, values)) as bigint[];
				expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(cents);
				for (const [place, share] of shares.entries()) {
					const value = key === "equal" ? 1n : (values[place] ?? 0n);
					const whole = key === "equal" ? BigInt(values.length) : total;
					if (value === 0n) expect(share).toBe(0n);
					expect(share * whole).toBeGreaterThan(cents * value - whole);
					expect(share * whole).toBeLessThan(cents * value + whole);
				}
			}),
		);
	});

	test("percentages that add up to 100 % and fixed amounts with a bearer are exact as well", () => {
		fc.assert(
			fc.property(amount, fc.bigInt({ min: 0n, max: 1_000_000n }), (cents, part) => {
				const shares = centsOf(cents, by("fixed-percent", [part, 1_000_000n - part])) as bigint[];
				expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(cents);
				const fixed = (cents * part) / 1_000_000n;
				expect(centsOf(cents, by("fixed-amount", [fixed, 0n], "party-1"))).toEqual([fixed, cents - fixed]);
			}),
		);
	});
});
