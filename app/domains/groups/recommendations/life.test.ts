import { describe, expect, it } from "vitest";
import { kindsFor, lifeOn, lifeStates, mayFollow, reviewDue, stepStates } from "./life";

const on = (day: string) => new Date(`${day}T00:00:00Z`);
const steps = (...states: string[]) => states.map((state) => ({ state }));

describe("kinds", () => {
	it("call something a resolution only where a body decides", () => {
		expect(kindsFor("deciding")).toContain("resolution");
		expect(kindsFor("advisory")).not.toContain("resolution");
		expect(kindsFor("informal")).not.toContain("resolution");
	});
});

describe("the life of a decision", () => {
	it.each([
		["published", [], null],
		["under-way", ["under-way"], null],
		["partly", ["under-way", "partly"], null],
		["done", ["under-way", "done"], null],
		["replaced", ["done"], "2026-11-20"],
		["replaced", [], "2026-11-22"],
		["published", [], "2026-11-23"],
		["revoked", ["done", "revoked"], "2026-11-20"],
	] as const)("is %s", (state, reported, from) => {
		expect(lifeOn({ steps: steps(...reported), replacedFrom: from && on(from) }, on("2026-11-22"))).toBe(state);
	});

	it("goes on only where it has not ended, never back, and can be revoked until it is replaced", () => {
		const possible = lifeStates.map((from) => [from, stepStates.filter((to) => mayFollow(from, to))]);
		expect(Object.fromEntries(possible)).toEqual({
			published: [...stepStates],
			"under-way": [...stepStates],
			partly: ["partly", "done", "not-done", "revoked"],
			done: ["revoked"],
			"not-done": ["revoked"],
			revoked: [],
			replaced: [],
		});
	});
});

describe("the next review", () => {
	const first = on("2026-11-01");
	it.each([
		["the first, while nobody did it", [], "2026-11-01"],
		["the first, also when it was reminded of", [{ dueOn: first, doneAt: null }], "2026-11-01"],
		[
			"the one after it",
			[
				{ dueOn: first, doneAt: new Date() },
				{ dueOn: on("2027-05-01"), doneAt: null },
			],
			"2027-05-01",
		],
		["none any more", [{ dueOn: first, doneAt: new Date() }], null],
	] as const)("is %s", (_, reviews, due) => {
		expect(reviewDue(first, reviews)?.toISOString().slice(0, 10) ?? null).toBe(due);
	});
});
