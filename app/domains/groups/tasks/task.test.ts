import { expect, it } from "vitest";
import { mayBecome, taskStates, urgencyOf } from "./task";

it.each([
	["2026-11-21", "overdue"],
	["2026-11-22", "due"],
	["2026-11-23", "soon"],
	["2026-11-29", "soon"],
	["2026-11-30", "later"],
] as const)("a task for %s is %s", (due, urgency) => {
	expect(urgencyOf(new Date(`${due}T00:00:00Z`), new Date("2026-11-22T00:00:00Z"))).toBe(urgency);
});

it("ends once", () => {
	const possible = taskStates.map((from) => [from, taskStates.filter((to) => mayBecome(from, to))]);
	expect(Object.fromEntries(possible)).toEqual({
		open: ["open", "under-way", "done", "dropped"],
		"under-way": ["under-way", "done", "dropped"],
		done: [],
		dropped: [],
	});
});
