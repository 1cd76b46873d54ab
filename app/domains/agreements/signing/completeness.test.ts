import { describe, expect, test } from "vitest";
import { type OpenSlot, signedParties, signerOf, turnIn } from "./completeness";

const slot = (postId: string, changes: Partial<OpenSlot> = {}): OpenSlot => ({
	organisationId: "town",
	postId,
	position: 1,
	form: "text",
	click: null,
	qualified: null,
	...changes,
});
const anna = { personId: "anna" };

test.each([
	["text", "anna", "anna"],
	["signed-text", "anna", "anna"],
	["written", null, "anna"],
	["electronic", null, "anna"],
	["written-only", null, null],
] as const)("%s form: a click, a qualified signature", (form, click, qualified) => {
	expect(signerOf({ form, click: anna, qualified: null })).toBe(click);
	expect(signerOf({ form, click: null, qualified: anna })).toBe(qualified);
});

describe("which parties have signed", () => {
	const rules = [{ organisationId: "town", alternatives: [{ count: 2, posts: ["a", "b", "c"], mandatory: ["a"] }] }];
	const done = (slots: OpenSlot[], papers: string[] = [], rule: typeof rules | [] = rules) => [
		...signedParties(slots, papers, rule),
	];
	test("two jointly, one of them a: no matter how the third one decides", () => {
		const both = [slot("a", { click: anna }), slot("b", { click: { personId: "ben" } }), slot("c")];
		expect(done(both)).toEqual(["town"]);
		expect(done([slot("a"), slot("b", { click: anna }), slot("c", { click: { personId: "ben" } })])).toEqual([]);
	});
	test("one person on two posts is one", () => {
		expect(done([slot("a", { click: anna }), slot("b", { click: anna }), slot("c")])).toEqual([]);
	});
	test("written form: a hundred clicks are no signature, a checked paper is", () => {
		const clicked = ["a", "b", "c"].map((post) => slot(post, { form: "written", click: { personId: post } }));
		expect(done(clicked)).toEqual([]);
		expect(done(clicked, ["town"])).toEqual(["town"]);
	});
	test("without a rule every named post", () => {
		expect(done([slot("a", { click: anna }), slot("b")], [], [])).toEqual([]);
	});
});

test("one after the other: the first place that is not done", () => {
	const slots = [slot("a"), slot("x", { organisationId: "club", position: 2 })];
	expect(turnIn(slots, new Set())).toBe(1);
	expect(turnIn(slots, new Set(["town"]))).toBe(2);
	expect(turnIn(slots, new Set(["town", "club"]))).toBeNull();
});
