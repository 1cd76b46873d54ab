import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownParts, shownPeople, shownWhole } from "./small-groups";

const parts = (counts: readonly number[]) => counts.map((count, index) => ({ key: String(index), label: "", count }));
const published = (counts: readonly number[]) => JSON.stringify(shownParts(parts(counts)).map(({ count }) => count));

/** All lists of this length with this sum. */
function* listsOf(length: number, sum: number): Generator<number[]> {
	if (length === 0) {
		if (sum === 0) yield [];
		return;
	}
	for (let first = 0; first <= sum; first++) {
		for (const rest of listsOf(length - 1, sum - first)) yield [first, ...rest];
	}
}

describe("small groups", () => {
	test.each([
		[
			[0, 12],
			[0, 12],
		],
		[
			[3, 20, 9],
			[null, 20, null],
		],
		[
			[1, 40, 5, 30],
			[null, 40, null, null],
		],
		[
			[2, 1],
			[null, null],
		],
		[
			[4, 60],
			[null, null],
		],
	])("%j are published as %j", (counts, shown) => {
		expect(shownParts(parts(counts)).map(({ count }) => count)).toEqual(shown);
	});

	test("no withheld part can be worked out from the whole and the rest, also by somebody who knows the rule", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }), (counts) => {
				const whole = counts.reduce((sum, count) => sum + count, 0);
				const out = published(counts);
				const withheld = shownParts(parts(counts)).flatMap(({ count }, index) => (count === null ? [index] : []));
				// everything that could be behind what is published; a withheld whole is known to be 1 to 4
				const wholes = shownPeople(whole) === null ? [1, 2, 3, 4] : [whole];
				const possible = wholes
					.flatMap((sum) => [...listsOf(counts.length, sum)])
					.filter((other) => published(other) === out);
				for (const index of withheld) {
					expect(new Set(possible.map((other) => other[index])).size).toBeGreaterThan(1);
				}
			}),
			{ numRuns: 150 },
		);
	});

	test("a whole beside parts that are published anyway gives no withheld part away", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }), (counts) => {
				const whole = counts.reduce((sum, count) => sum + count, 0);
				const shown = shownWhole(counts, whole);
				const seen = JSON.stringify(counts.map(shownPeople));
				const possible = [...listsOf(counts.length, whole)].filter(
					(other) => JSON.stringify(other.map(shownPeople)) === seen,
				);
				for (const [index, count] of counts.entries()) {
					if (shownPeople(count) !== null || shown === null) continue;
					expect(new Set(possible.map((other) => other[index])).size).toBeGreaterThan(1);
				}
			}),
			{ numRuns: 150 },
		);
	});

	test("one withheld part withholds the whole", () => {
		expect(shownWhole([3, 20], 23)).toBeNull();
		expect(shownWhole([4, 4, 4, 20], 32)).toBe(32);
		expect(shownWhole([5, 20], 24)).toBe(24);
	});
});
