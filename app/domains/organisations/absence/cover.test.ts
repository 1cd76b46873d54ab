import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverOf, type Deputy, leadsBack, type Seat } from "./cover";

const there: Seat = { holders: ["x"], present: ["x"], able: ["x"] };
const away: Seat = { holders: ["x"], present: [], able: [] };
const locked: Seat = { holders: ["x"], present: ["x"], able: [] };
const vacant: Seat = { holders: [], present: [], able: [] };

function covered(seats: Record<string, Seat>, deputies: Record<string, string[]>, unaccepted: string[] = []) {
	return coverOf("A", {
		seats: new Map(Object.entries(seats)),
		deputies: new Map(
			Object.entries(deputies).map(([post, of]) => [
				post,
				of.map((postId) => ({ postId, accepted: !unaccepted.includes(`${post}${postId}`) })),
			]),
		),
	});
}

describe("who acts as a post", () => {
	test("its holder, as long as one of them is there", () => {
		expect(covered({ A: { holders: ["x", "y"], present: ["y"], able: [] }, B: there }, { A: ["B"] }).by).toBe("holder");
	});

	test.each<[string, Record<string, Seat>, Record<string, string[]>, string | null, string[]]>([
		["the deputy while it is away", { A: away, B: there }, { A: ["B"] }, "B", []],
		["the deputy while it is vacant", { A: vacant, B: there }, { A: ["B"] }, "B", []],
		["the second in rank while the first is away", { A: away, B: away, C: there }, { A: ["B", "C"] }, "C", []],
		["the deputy's deputy: A → B → C", { A: away, B: away, C: there }, { A: ["B"], B: ["C"] }, "C", ["B"]],
		[
			"the own deputies before those of deputies",
			{ A: away, B: away, C: there, D: there },
			{ A: ["B", "D"], B: ["C"] },
			"D",
			[],
		],
		["nobody in a circle of people who are away", { A: away, B: away }, { A: ["B"], B: ["A"] }, null, []],
		["nobody without deputies", { A: away }, {}, null, []],
		[
			"nobody through somebody who is there but cannot get in",
			{ A: away, B: locked, C: there },
			{ A: ["B"], B: ["C"] },
			null,
			[],
		],
	])("%s", (_, seats, deputies, postId, through) => {
		const cover = covered(seats, deputies);
		if (postId === null) expect(cover.by).toBe("nobody");
		else expect(cover).toEqual({ by: "deputy", postId, through });
	});

	test("never somebody who has not accepted, cannot get in or is away: each is named", () => {
		const cover = covered({ A: away, B: there, C: locked, D: away, E: vacant }, { A: ["B", "C", "D", "E"] }, ["AB"]);
		expect(cover).toEqual({
			by: "nobody",
			lacking: [
				{ postId: "B", why: "not-accepted" },
				{ postId: "C", why: "no-access" },
				{ postId: "D", why: "away" },
				{ postId: "E", why: "vacant" },
			],
		});
	});

	test("whatever the arrangements: an end, and a deputy only who accepted, is there and can get in", () => {
		const post = fc.constantFrom("A", "B", "C", "D", "E");
		const seat = fc.constantFrom(there, away, locked, vacant);
		const arrangement = fc.record({ of: post, postId: post, accepted: fc.boolean() });
		fc.assert(
			fc.property(fc.dictionary(post, seat), fc.array(arrangement, { maxLength: 12 }), (seatOf, arrangements) => {
				const deputies = new Map<string, Deputy[]>();
				for (const { of, ...deputy } of arrangements) deputies.set(of, [...(deputies.get(of) ?? []), deputy]);
				const seats = new Map(Object.entries(seatOf));
				const cover = coverOf("A", { seats, deputies });
				if (cover.by !== "deputy") return;
				expect(seats.get(cover.postId)?.able.length).toBeGreaterThan(0);
				const asking = cover.through.at(-1) ?? "A";
				expect(deputies.get(asking)).toContainEqual({ postId: cover.postId, accepted: true });
			}),
		);
	});
});

test.each([
	["itself", { postId: "A", deputyPostId: "A" }, {}, true],
	["two that stand in for each other", { postId: "A", deputyPostId: "B" }, { B: ["A"] }, true],
	["three in a circle", { postId: "A", deputyPostId: "B" }, { B: ["C"], C: ["A"] }, true],
	["a chain", { postId: "A", deputyPostId: "B" }, { B: ["C"], C: ["D"] }, false],
	["a circle elsewhere ends too", { postId: "A", deputyPostId: "B" }, { B: ["C"], C: ["B"] }, false],
])("a chain leads back: %s", (_, wanted, arrangements, back) => {
	expect(leadsBack(wanted, new Map(Object.entries(arrangements)))).toBe(back);
});
