import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Alternative, alternativeProblems, canRepresent, isRepresented, type Signed } from "./representation";

const posts = ["chair", "deputy", "treasurer", "clerk"];
const by = (...signed: string[]): Signed[] =>
	signed.map((one) => {
		const [postId = "", personId = postId] = one.split("/");
		return { postId, personId };
	});

describe("two jointly, one of them chair or deputy", () => {
	const rule: Alternative[] = [
		{ count: 2, posts, mandatory: ["chair"] },
		{ count: 2, posts, mandatory: ["deputy"] },
	];
	test.each([
		["chair and treasurer", by("chair", "treasurer"), true],
		["deputy and clerk", by("deputy", "clerk"), true],
		["chair alone", by("chair"), false],
		["two without chair and deputy", by("treasurer", "clerk"), false],
		["nobody", by(), false],
		["one person with two posts", by("chair/anna", "treasurer/anna"), false],
		["one person with two posts, and another", by("chair/anna", "treasurer/anna", "clerk/ben"), true],
		["somebody from elsewhere", by("chair", "stranger"), false],
	])("%s: %s", (_, signed, met) => {
		expect(isRepresented(rule, posts, signed)).toBe(met);
	});
	test("three without the mandatory one are not enough", () => {
		const strict = [{ count: 2, posts, mandatory: ["chair"] }];
		expect(isRepresented(strict, posts, by("deputy", "treasurer", "clerk"))).toBe(false);
	});
});

test("without a rule all named posts sign", () => {
	expect(isRepresented([], ["chair", "deputy"], by("chair"))).toBe(false);
	expect(isRepresented([], ["chair", "deputy"], by("chair", "deputy"))).toBe(true);
	expect(isRepresented([], [], by())).toBe(false);
});

test("two mandatory posts held by one person count once", () => {
	const rule = [{ count: 2, posts, mandatory: ["chair", "deputy"] }];
	expect(isRepresented(rule, posts, by("chair/anna", "deputy/anna", "clerk/ben"))).toBe(false);
	expect(isRepresented(rule, posts, by("chair/anna", "deputy/ben"))).toBe(true);
});

test("what cannot be met by anybody is named", () => {
	expect(alternativeProblems({ count: 5, posts, mandatory: [] })).toEqual(["count-invalid"]);
	expect(alternativeProblems({ count: 0, posts, mandatory: [] })).toEqual(
		["count-invalid", "mandatory-too-many"].slice(0, 1),
	);
	expect(alternativeProblems({ count: 2, posts: [...posts, "chair"], mandatory: ["mayor"] })).toEqual([
		"mandatory-elsewhere",
	]);
	expect(alternativeProblems({ count: 1, posts, mandatory: ["chair", "deputy"] })).toEqual(["mandatory-too-many"]);
	expect(canRepresent([{ count: 2, posts, mandatory: ["chair"] }], ["deputy", "clerk"])).toBe(false);
	expect(canRepresent([{ count: 2, posts, mandatory: ["chair"] }], ["chair", "clerk"])).toBe(true);
});

/** All ways to choose k of a list, as somebody who knows nothing of the code would try them. */
function chosen<T>(list: readonly T[], k: number): T[][] {
	if (k === 0) return [[]];
	return list.flatMap((one, index) => chosen(list.slice(index + 1), k - 1).map((rest) => [one, ...rest]));
}

describe("by property", () => {
	const people = ["anna", "ben", "cem"];
	const alternative = fc
		.record({
			count: fc.integer({ min: 1, max: 4 }),
			mandatory: fc.subarray(posts),
			listed: fc.subarray(posts, { minLength: 1 }),
		})
		.map(({ count, mandatory, listed }) => ({
			count,
			posts: listed,
			mandatory: mandatory.filter((post) => listed.includes(post)),
		}))
		.filter((one) => alternativeProblems(one).length === 0);
	const signing = fc
		.dictionary(fc.constantFrom(...posts), fc.constantFrom(...people))
		.map((of) => Object.entries(of).map(([postId, personId]) => ({ postId, personId })));

	test("met exactly when some choice of so many different people holds every mandatory post", () => {
		fc.assert(
			fc.property(alternative, signing, (rule, signed) => {
				const counted = signed.filter(({ postId }) => rule.posts.includes(postId));
				const expected = chosen(counted, rule.count).some(
					(some) =>
						new Set(some.map(({ personId }) => personId)).size === rule.count &&
						rule.mandatory.every((post) => some.some(({ postId }) => postId === post)),
				);
				expect(isRepresented([rule], posts, signed)).toBe(expected);
			}),
			{ numRuns: 3000 },
		);
	});
	test("another signature never takes representation away", () => {
		fc.assert(
			fc.property(alternative, signing, fc.constantFrom(...people), (rule, signed, personId) => {
				const more = [...signed, { postId: "another", personId }];
				expect(isRepresented([rule], posts, more)).toBe(isRepresented([rule], posts, signed));
			}),
		);
	});
});
