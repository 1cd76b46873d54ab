import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulateExit, withoutParty } from "./exit";
import { type Distribution, distribute, type ShareKey, type VariableKey } from "./shares";

const years = [2027, 2028, 2029, 2030].map((year) => ({ year, cents: 100_000n }));
const item = (distribution: Partial<Distribution>) => ({
	label: "Betrieb",
	key: "equal" as ShareKey,
	basis: ["a", "b", "c"].map((party) => ({ party, value: 1n })),
	restParty: null,
	years,
	...distribution,
});
const parties = ["a", "b", "c"];

describe("an exit", () => {
	test("says who pays how much more from which year, and leaves the years before alone", () => {
		const simulation = simulateExit([item({})], parties, { leaving: "b", from: 2029 });
		expect(simulation.parties.map(({ party, before, after }) => [party, before, after])).toEqual([
			["a", 133_336n, 2n * 33_334n + 2n * 50_000n],
			["b", 133_332n, 2n * 33_333n],
			["c", 133_332n, 2n * 33_333n + 2n * 50_000n],
		]);
		expect(simulation.remaining).toBe(66_666n);
		expect(simulation.gaps).toEqual([]);
		expect(simulation.parties[0]?.years.slice(0, 2)).toEqual([
			{ year: 2027, before: 33_334n, after: 33_334n },
			{ year: 2028, before: 33_334n, after: 33_334n },
		]);
	});

	test("fixed percentages keep their proportion, a fixed amount goes to whoever bears the rest", () => {
		const percent = withoutParty(
			item({
				key: "fixed-percent",
				basis: [
					{ party: "a", value: 500_000n },
					{ party: "b", value: 300_000n },
					{ party: "c", value: 200_000n },
				],
			}),
			"a",
		);
		expect(distribute(1000n, percent)).toMatchObject({ value: [{ cents: 600n }, { cents: 400n }] });
		const fixed = item({
			key: "fixed-amount",
			basis: [
				{ party: "a", value: 30_000n },
				{ party: "b", value: 10_000n },
				{ party: "c", value: 0n },
			],
			restParty: "c",
		});
		const stays = withoutParty(fixed, "a");
		expect(distribute(100_000n, stays)).toMatchObject({ value: [{ cents: 10_000n }, { cents: 90_000n }] });
		const goes = withoutParty(fixed, "c");
		expect(distribute(100_000n, goes)).toMatchObject({ value: [{ cents: 75_000n }, { cents: 25_000n }] });
	});

	test("where nobody is left, or everybody is at a cap, the gap is shown", () => {
		const alone = item({ basis: [{ party: "a", value: 1n }] });
		expect(simulateExit([alone], parties, { leaving: "a", from: 2030 })).toMatchObject({
			gaps: [{ year: 2030, cents: 100_000n }],
			remaining: 100_000n,
		});
		const capped = item({ basis: parties.map((party) => ({ party, value: 1n, cap: 40_000n })) });
		expect(simulateExit([capped], parties, { leaving: "c", from: 2030 }).gaps).toEqual([
			{ year: 2030, cents: 20_000n },
		]);
	});

	test("a party that does not share an item changes nothing in it", () => {
		const simulation = simulateExit([item({ basis: [{ party: "a", value: 1n }] })], parties, {
			leaving: "b",
			from: 2027,
		});
		expect(simulation.remaining).toBe(0n);
		expect(simulation.parties.every(({ before, after }) => before === after)).toBe(true);
	});

	test("for every plan: years before stay, years after are the amount to the cent or show their gap", () => {
		const values = fc.array(fc.bigInt({ min: 1n, max: 100_000n }), { minLength: 2, maxLength: 6 });
		const keys = fc.constantFrom<ShareKey>("equal", "inhabitants", "usage", "fixed-amount", "base-plus");
		const variable = fc.constantFrom<VariableKey>("equal", "usage");
		fc.assert(
			fc.property(
				values,
				keys,
				variable,
				fc.bigInt({ min: 600_000n, max: 10n ** 9n }),
				(given, key, variableKey, cents) => {
					const basis = given.map((value, place) => ({ party: `p${place}`, value, base: value }));
					const plan = {
						label: "x",
						key,
						basis,
						restParty: "p1",
						variableKey,
						years: years.map(({ year }) => ({ year, cents })),
					};
					const { parties: shown, gaps } = simulateExit(
						[plan],
						basis.map(({ party }) => party),
						{
							leaving: "p0",
							from: 2029,
						},
					);
					for (const [index, { year }] of years.entries()) {
						const sum = shown.reduce((total, party) => total + (party.years[index]?.after ?? 0n), 0n);
						expect(sum + (gaps.find((gap) => gap.year === year)?.cents ?? 0n)).toBe(cents);
						if (year < 2029)
							for (const party of shown) expect(party.years[index]?.after).toBe(party.years[index]?.before);
						else expect(shown[0]?.years[index]?.after).toBe(0n);
					}
				},
			),
			{ numRuns: 2000 },
		);
	});
});
