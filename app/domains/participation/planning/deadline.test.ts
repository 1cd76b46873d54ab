import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { easter, holidayActs, isHoliday } from "~/platform/holidays";
import { periodFrom } from "./deadline";

describe("the end of a display (participation-practice.md, 2.5)", () => {
	it.each([
		["2026-02-02", "2026-03-01", "2026-03-03", "2026-03-03", "2026-03-03"],
		["2026-02-01", "2026-02-28", "2026-03-02", "2026-03-02", "2026-03-02"],
		["2026-07-15", "2026-08-14", "2026-08-13", "2026-08-14", "2026-08-14"],
		["2026-01-31", "2026-02-28", "2026-03-01", "2026-03-01", "2026-03-02"],
		["2028-01-31", "2028-02-29", "2028-02-29", "2028-02-29", "2028-02-29"],
		["2026-03-01", "2026-03-31", "2026-03-30", "2026-03-31", "2026-03-31"],
		// ends on 1 January, a holiday, in the next year
		["2026-12-02", "2027-01-01", "2026-12-31", "2027-01-01", "2027-01-04"],
		// Good Friday to the Tuesday after Easter
		["2026-03-04", "2026-04-03", "2026-04-02", "2026-04-03", "2026-04-07"],
	])("from %s: month %s, 30 days %s, earliest %s, proposed %s", (start, month, thirty, earliest, proposed) => {
		expect(periodFrom(start, "07")).toEqual({ monthEnds: month, thirtyDaysEnd: thirty, earliest, proposed });
	});

	it("depends on the Land where the last day is its holiday", () => {
		// Corpus Christi 2026 is 4 June
		expect(periodFrom("2026-05-05", "07").proposed).toBe("2026-06-05");
		expect(periodFrom("2026-05-05", "01").proposed).toBe("2026-06-04");
		expect(periodFrom("2026-05-05", null).proposed).toBe("2026-06-04");
	});

	it("is never shorter than a month and 30 days, and never proposed on a day off", () => {
		const days = fc.integer({ min: 0, max: 40_000 }).map((days) => Temporal.PlainDate.from("1990-01-01").add({ days }));
		fc.assert(
			fc.property(days, fc.constantFrom(null, ...Object.keys(holidayActs)), (start, land) => {
				const { earliest, proposed } = periodFrom(start.toString(), land);
				const counted = start.until(Temporal.PlainDate.from(earliest)).days + 1;
				expect(counted).toBeGreaterThanOrEqual(30);
				// the day after the last one is at least a month away, as the calendar counts months
				expect(
					Temporal.PlainDate.compare(Temporal.PlainDate.from(earliest), start.add({ months: 1 }).subtract({ days: 1 })),
				).toBeGreaterThanOrEqual(0);
				expect(proposed >= earliest).toBe(true);
				const end = Temporal.PlainDate.from(proposed);
				expect(end.dayOfWeek < 6 && !isHoliday(end, land)).toBe(true);
			}),
		);
	});
});

describe("holidays", () => {
	it.each([
		[2024, "2024-03-31"],
		[2025, "2025-04-20"],
		[2026, "2026-04-05"],
		[2027, "2027-03-28"],
		[2038, "2038-04-25"],
		[2049, "2049-04-18"],
		[2076, "2076-04-19"],
	])("Easter of %i is %s", (year, day) => {
		expect(easter(year).toString()).toBe(day);
	});

	it.each([
		["2026-11-18", "14", true],
		["2026-11-18", "07", false],
		["2026-11-01", "07", true],
		["2026-10-31", "07", false],
		["2026-10-03", null, true],
		["2026-05-14", null, true],
		["2026-05-25", "16", true],
		["2026-09-20", "16", true],
	])("%s in %s: %s", (day, land, expected) => {
		expect(isHoliday(Temporal.PlainDate.from(day), land)).toBe(expected);
	});

	it("are known for all sixteen Länder", () => {
		expect(Object.keys(holidayActs).sort()).toEqual(
			[...Array(16)].map((_, index) => String(index + 1).padStart(2, "0")),
		);
	});
});
