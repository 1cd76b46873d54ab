import { expect, test } from "vitest";
import { parseDay } from "./calendar.server";
import { isDay } from "./day";

test.each([
	["2026-11-21", true],
	["2028-02-29", true],
	["1900-01-01", true],
	["2199-12-31", true],
	["0000-01-01", false],
	["1899-12-31", false],
	["2200-01-01", false],
	["2026-02-31", false],
	["2026-13-01", false],
	["275760-09-13", false],
	["2026-11-21T00:00", false],
	["", false],
])("%j is a day for a form: %s", (text, expected) => {
	expect(isDay(text)).toBe(expected);
	expect(parseDay(text) !== null).toBe(expected);
});
