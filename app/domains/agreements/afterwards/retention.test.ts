import { expect, test } from "vitest";
import { keptUntil, mayNotRemove } from "./retention";

test.each([
	[{ over: "2030-01-01", boundUntil: null, keepUntil: null }, "2040-01-01"],
	[{ over: "2030-01-01", boundUntil: "2036-12-31", keepUntil: null }, "2041-12-31"],
	[{ over: "2030-01-01", boundUntil: "2034-12-31", keepUntil: "2050-06-30" }, "2050-06-30"],
	[{ over: "2030-01-01", boundUntil: null, keepUntil: "2031-01-01" }, "2040-01-01"],
	[{ over: null, boundUntil: "2034-12-31", keepUntil: null }, null],
])("%j: kept until %s", (kept, until) => {
	expect(keptUntil(kept)).toBe(until);
});

const over = { over: "2030-01-01", boundUntil: null, keepUntil: null, held: false, archiveAnswered: true };
test.each([
	[{}, "2040-01-01", { code: "kept-until", day: "2040-01-01" }],
	[{}, "2040-01-02", null],
	[{ held: true }, "2040-01-02", { code: "kept-hold" }],
	[{ archiveAnswered: false }, "2040-01-02", { code: "archive-first" }],
	[{ over: null }, "2090-01-01", { code: "kept-open" }],
])("%j on %s: %j", (changes, today, refusal) => {
	expect(mayNotRemove({ ...over, ...changes }, today)).toEqual(refusal);
});
