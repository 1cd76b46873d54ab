import { expect, test } from "vitest";
import { mayMoveItems, neighbourOf } from "./order";

const items = [
	{ id: "c", position: 4 },
	{ id: "a", position: 1 },
	{ id: "b", position: 2 },
];

test.each([
	["a", "up", undefined],
	["a", "down", "b"],
	["b", "up", "a"],
	["b", "down", "c"],
	["c", "up", "b"],
	["c", "down", undefined],
	["x", "up", undefined],
] as const)("%s goes %s with %s", (id, direction, other) => {
	expect(neighbourOf(items, id, direction)?.id).toBe(other);
});

const then = new Date("2026-11-22T10:00:00Z");
const planned = { begunAt: null, heldAt: null, cancelledAt: null };
test.each([
	[planned, true],
	[{ ...planned, begunAt: then }, false],
	[{ ...planned, heldAt: then }, false],
	[{ ...planned, cancelledAt: then }, false],
])("%o may be put in order: %s", (meeting, may) => {
	expect(mayMoveItems(meeting)).toBe(may);
});
