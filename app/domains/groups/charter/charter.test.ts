import { expect, test } from "vitest";
import { charterOn } from "./charter";
import { type GroupState, isPossible, isReviewDue, stateOn } from "./lifecycle";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const versions = [
	{ number: 2, validFrom: day("2026-06-01") },
	{ number: 1, validFrom: day("2026-01-01") },
	{ number: 3, validFrom: day("2027-01-01") },
];

test.each([
	["2025-12-31", 1],
	["2026-05-31", 1],
	["2026-06-01", 2],
	["2026-12-31", 2],
	["2027-01-01", 3],
])("the charter of %s is version %i", (on, number) => {
	expect(charterOn(versions, day(on)).number).toBe(number);
});

const step = (kind: string, on: string, hour = 8) => ({ kind, day: day(on), at: new Date(`${on}T0${hour}:00:00Z`) });
const constituted = step("constituted", "2026-02-01");

test.each<[GroupState, string, Parameters<typeof stateOn>[0]["steps"], string | null, string | null]>([
	["draft", "2026-01-31", [constituted], null, null],
	["constituted", "2026-02-01", [constituted], null, null],
	["constituted", "2026-03-01", [constituted], null, "2026-03-02"],
	["active", "2026-03-02", [constituted], null, "2026-03-02"],
	["paused", "2026-04-01", [constituted, step("paused", "2026-04-01")], null, "2026-03-02"],
	[
		"active",
		"2026-04-01",
		[constituted, step("resumed", "2026-04-01", 9), step("paused", "2026-04-01")],
		null,
		"2026-03-02",
	],
	["active", "2026-06-30", [constituted], "2026-07-01", "2026-03-02"],
	["concluded", "2026-07-01", [constituted], "2026-07-01", "2026-03-02"],
	["concluded", "2026-07-01", [], "2026-07-01", null],
	["archived", "2026-08-01", [constituted, step("archived", "2026-08-01")], "2026-07-01", "2026-03-02"],
])("a group is %s on %s", (state, on, steps, until, held) => {
	const life = { steps, validUntil: until ? day(until) : null, firstHeldOn: held ? day(held) : null };
	expect(stateOn(life, day(on))).toBe(state);
});

test("only a draft is constituted, nothing happens to what is archived", () => {
	const states: GroupState[] = ["draft", "constituted", "active", "paused", "concluded", "archived"];
	expect(states.filter((state) => isPossible("constitute", state))).toEqual(["draft"]);
	expect(states.filter((state) => isPossible("resume", state))).toEqual(["paused"]);
	expect(states.filter((state) => isPossible("archive", state))).toEqual(["concluded"]);
	const acts = ["constitute", "pause", "resume", "conclude", "archive", "review"] as const;
	expect(acts.filter((act) => isPossible(act, "archived"))).toEqual([]);
});

test.each([
	["active", "2026-05-31", false],
	["active", "2026-06-01", true],
	["paused", "2027-06-01", true],
	["concluded", "2026-06-01", false],
] as const)("a review due on 1 June is due in a group that is %s on %s: %s", (state, on, due) => {
	expect(isReviewDue(state, day("2026-06-01"), day(on))).toBe(due);
});
