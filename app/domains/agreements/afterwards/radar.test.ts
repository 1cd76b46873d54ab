import { expect, test } from "vitest";
import { spanOf } from "./radar";

test.each([
	["end", "2026-11-21", "overdue"],
	["end", "2026-08-22", "overdue"],
	["end", "2026-08-21", null],
	["obligation", "2020-01-01", "overdue"],
	["notice", "2026-11-22", "quarter"],
	["commitment", "2027-02-22", "quarter"],
	["commitment", "2027-02-23", "year"],
	["pilot", "2027-11-22", "year"],
	["pilot", "2027-11-23", "later"],
] as const)("%s on %s: %s", (kind, day, span) => {
	expect(spanOf({ kind, day }, "2026-11-22")).toBe(span);
});
