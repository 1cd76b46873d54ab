import fc from "fast-check";
import { expect, test } from "vitest";
import { settle } from "./settlement";

const basis = (...values: bigint[]) => values.map((value, place) => ({ party: `p${place}`, value }));
const advances = (...cents: bigint[]) => cents.map((one, place) => ({ party: `p${place}`, cents: one }));

test("each party's difference, adding up to the difference of the whole", () => {
	const settled = settle(
		[{ label: "Betrieb", cents: 1_100_000n, key: "inhabitants", basis: basis(40_619n, 14_622n), restParty: null }],
		advances(735_305n, 264_695n),
	);
	expect(settled).toMatchObject({
		value: {
			actual: 1_100_000n,
			advances: 1_000_000n,
			difference: 100_000n,
			gap: 0n,
			parties: [
				{ party: "p0", share: 808_836n, difference: 73_531n },
				{ party: "p1", share: 291_164n, difference: 26_469n },
			],
		},
	});
});

test("who paid too much gets it back; a key that cannot decide names its item", () => {
	const cheaper = settle(
		[{ label: "Betrieb", cents: 100n, key: "equal", basis: basis(1n, 1n), restParty: null }],
		advances(80n, 60n),
	);
	expect(cheaper).toMatchObject({ value: { difference: -40n, parties: [{ difference: -30n }, { difference: -10n }] } });
	expect(
		settle([{ label: "Wartung", cents: 1n, key: "usage", basis: basis(0n, 0n), restParty: null }], advances(0n, 0n)),
	).toMatchObject({ refusals: [{ code: "share-all-zero", values: { item: "Wartung" } }] });
});

test("for all amounts: differences add up to the total difference, to the cent", () => {
	const cents = fc.bigInt({ min: 0n, max: 10n ** 11n });
	const item = fc.record({
		cents,
		values: fc.array(fc.bigInt({ min: 1n, max: 50_000n }), { minLength: 4, maxLength: 4 }),
	});
	const paid = fc.array(cents, { minLength: 4, maxLength: 4 });
	fc.assert(
		fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), paid, (items, given) => {
			const settled = settle(
				items.map(({ cents: actual, values }) => ({
					label: "x",
					cents: actual,
					key: "usage" as const,
					basis: basis(...values),
					restParty: null,
				})),
				advances(...given),
			);
			if (!settled.done) throw new Error("refused");
			const { parties, actual, advances: advanced, difference } = settled.value;
			expect(parties.reduce((sum, party) => sum + party.difference, 0n)).toBe(actual - advanced);
			expect(difference).toBe(actual - advanced);
		}),
		{ numRuns: 3000 },
	);
});
