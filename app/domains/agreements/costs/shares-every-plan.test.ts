import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexEffects, indexed } from "./index-rule";
import { largestAmount } from "./money-input";
import { type Distribution, distribute, shareKeys, unborne, variableKeys } from "./shares";

// 200,000 random plans over every key, with and without caps and indexing; kept cheap by a check of plain numbers instead of matchers.
const plans = 200_000;

const parties = 5;
const values = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: parties, maxLength: parties });
const caps = fc.array(fc.option(fc.bigInt({ min: 0n, max: 400_000n })), { minLength: parties, maxLength: parties });
const plan = fc.record({
	key: fc.constantFrom(...shareKeys),
	variableKey: fc.constantFrom(...variableKeys),
	cents: fc.oneof(fc.bigInt({ min: 0n, max: 2_000_000n }), fc.bigInt({ min: 0n, max: largestAmount })),
	values,
	bases: values,
	caps: fc.option(caps),
	size: fc.integer({ min: 1, max: parties }),
	rest: fc.integer({ min: 0, max: parties - 1 }),
	index: fc.option(
		fc.record({
			basis: fc.constant("Verbraucherpreisindex"),
			baseYear: fc.constant(2026),
			perYear: fc.bigInt({ min: 0n, max: 100_000n }),
			threshold: fc.bigInt({ min: 0n, max: 100_000n }),
			cap: fc.option(fc.bigInt({ min: 0n, max: 500_000n })),
			effect: fc.constantFrom(...indexEffects),
		}),
		{ freq: 3 },
	),
	year: fc.integer({ min: 2025, max: 2034 }),
});

/** Percentages that add up to the whole, out of any values. */
function percentages(given: readonly bigint[]): bigint[] {
	const total = given.reduce((sum, value) => sum + value, 0n);
	if (total === 0n) return given.map((_, index) => (index === 0 ? 1_000_000n : 0n));
	const parts = given.map((value) => (value * 1_000_000n) / total);
	const left = 1_000_000n - parts.reduce((sum, part) => sum + part, 0n);
	return parts.map((part, index) => (index === 0 ? part + left : part));
}

function distributionOf(given: {
	key: Distribution["key"];
	variableKey: (typeof variableKeys)[number];
	values: bigint[];
	bases: bigint[];
	caps: (bigint | null)[] | null;
	size: number;
	rest: number;
}): Distribution {
	const counted = given.key === "base-plus" ? given.variableKey : given.key;
	const some = given.values.slice(0, given.size);
	const weights = counted === "fixed-percent" ? percentages(some) : some;
	return {
		key: given.key,
		variableKey: given.variableKey,
		restParty: `p${given.rest % given.size}`,
		basis: weights.map((value, index) => ({
			party: `p${index}`,
			value,
			base: given.bases[index] ?? null,
			cap: given.caps?.[index] ?? null,
		})),
	};
}

describe("for every plan", () => {
	test(`${plans} plans: shares and gap are the amount to the cent, nobody is above a cap, zero stays zero`, () => {
		const met = new Map<string, number>();
		let risen = 0;
		fc.assert(
			fc.property(plan, (given) => {
				const distribution = distributionOf(given);
				const cents = indexed(given.cents, given.index, given.year).cents;
				if (cents !== given.cents) risen += 1;
				const outcome = distribute(cents, distribution);
				if (!outcome.done) {
					// The only reasons that such plans leave; prices may lift an amount over the largest one.
					const known = [
						"share-all-zero",
						"share-fixed-exceeds",
						...(cents > largestAmount ? ["amount-too-large"] : []),
					];
					return outcome.refusals.every(({ code }) => known.includes(code));
				}
				met.set(given.key, (met.get(given.key) ?? 0) + 1);
				const shares = outcome.value;
				const gap = unborne(cents, shares);
				const sum = shares.reduce((total, share) => total + share.cents, 0n);
				const fitting = shares.every(({ cents }, index) => {
					const { cap, value } = distribution.basis[index] ?? { value: 0n };
					const counts = given.key !== "equal" && given.key !== "base-plus";
					const bearsRest = given.key === "fixed-amount" && distribution.restParty === `p${index}`;
					return cents >= 0n && (cap == null || cents <= cap) && (!counts || value > 0n || bearsRest || cents === 0n);
				});
				const gapIsTrue =
					gap === 0n ||
					shares.every(({ cents }, index) => {
						const { cap, value } = distribution.basis[index] ?? { value: 0n };
						return cap != null && cents === cap ? true : value === 0n || cents === 0n;
					});
				return sum + gap === cents && gap >= 0n && fitting && gapIsTrue;
			}),
			{ numRuns: plans },
		);
		expect(risen).toBeGreaterThan(5_000);
		// Every key was really met with plans that it decides.
		for (const key of shareKeys) expect(met.get(key) ?? 0, key).toBeGreaterThan(5_000);
	});

	test("reordering the items changes no share", () => {
		fc.assert(
			fc.property(fc.array(plan, { minLength: 2, maxLength: 5 }), (items) => {
				const shares = (list: typeof items) => list.map((one) => distribute(one.cents, distributionOf(one)));
				const turned = shares(items.toReversed()).reverse();
				expect(turned).toEqual(shares(items));
			}),
			{ numRuns: 300 },
		);
	});
});
