import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { halfYearOf, recentHalfYears } from "./half-year";

it.each([
	["2026-01-01", "2026-1", "2026-07-01"],
	["2026-06-30", "2026-1", "2026-07-01"],
	["2026-07-01", "2026-2", "2027-01-01"],
	["2026-12-31", "2026-2", "2027-01-01"],
])("%s lies in %s, which ends before %s", (day, key, until) => {
	const found = halfYearOf(Temporal.PlainDate.from(day));
	expect([found.key, found.until.toString()]).toEqual([key, until]);
});

it("offers the present half-year and those before, newest first", () => {
	const keys = recentHalfYears(Temporal.PlainDate.from("2026-08-31")).map(({ key }) => key);
	expect(keys.slice(0, 3)).toEqual(["2026-2", "2026-1", "2025-2"]);
	expect(new Set(keys).size).toBe(8);
});
