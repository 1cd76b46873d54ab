import { describe, expect, test } from "vitest";
import { shownParts, shownPeople, shownWhole } from "./small-groups";

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

/** Every list of so many parts whose sum is at most this, gathered by what is seen of it: no sample, all of them. */
function bySight(length: number, most: number, seen: (counts: number[]) => string): number[][][] {
	const lists = Array.from({ length: most + 1 }, (_, sum) => [...listsOf(length, sum)]).flat();
	return [...Map.groupBy(lists, seen).values()];
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe("small groups", () => {
	test.each([
		[
			[0, 12],
			[0, 12],
		],
		[
			[200, 3, 9],
			[200, null, null],
		],
		[
			[40, 1, 5, 30],
			[40, null, 5, null],
		],
		[
			[2, 1],
			[null, null],
		],
		[
			[60, 4],
			[null, null],
		],
		// from the next smallest on, somebody could tell that both were 6
		[
			[6, 6, 4, 0],
			[6, null, null, 0],
		],
	])("%j are published as %j", (counts, shown) => {
		expect(shownParts(counts)).toEqual(shown);
	});

	test.each([
		[1, 30],
		[2, 30],
		[3, 30],
		[4, 26],
		[5, 18],
	])("no withheld one of %i parts can be worked out, also by somebody who knows the rule", (length, most) => {
		// the whole is published beside its parts, unless it is small itself
		const groups = bySight(length, most, (counts) => JSON.stringify([shownPeople(sum(counts)), shownParts(counts)]));
		expect(groups.length).toBeGreaterThan(20);
		for (const possible of groups) {
			const [one = []] = possible;
			for (const [index, shown] of shownParts(one).entries()) {
				if (shown !== null) continue;
				const values = new Set(possible.map((counts) => counts[index]));
				expect(values.size, JSON.stringify(one)).toBeGreaterThan(1);
			}
		}
	});

	test.each([1, 2, 3, 4, 5])("a whole beside %i parts that are published anyway gives none of them away", (length) => {
		const sizes = [0, 1, 2, 3, 4, 5, 7];
		let lists: number[][] = [[]];
		for (let index = 0; index < length; index++) lists = lists.flatMap((list) => sizes.map((size) => [...list, size]));
		const seen = (counts: number[]) => JSON.stringify([shownWhole(counts, sum(counts)), counts.map(shownPeople)]);
		for (const possible of Map.groupBy(lists, seen).values()) {
			const [one = []] = possible;
			for (const [index, count] of one.entries()) {
				if (shownPeople(count) !== null) continue;
				const values = new Set(possible.map((counts) => counts[index]));
				expect(values.size, JSON.stringify(one)).toBeGreaterThan(1);
			}
		}
	});

	test("one withheld part withholds the whole", () => {
		expect(shownWhole([3, 20], 23)).toBeNull();
		expect(shownWhole([4, 4, 4, 20], 32)).toBeNull();
		expect(shownWhole([4, 4, 3, 20], 31)).toBe(31);
		expect(shownWhole([5, 20], 24)).toBe(24);
	});
});
