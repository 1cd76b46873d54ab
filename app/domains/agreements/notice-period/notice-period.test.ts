import { expect, test } from "vitest";
import { earliestEnd, isNoticeEnd, type NoticePeriod } from "./notice-period";

const period = (given: Partial<NoticePeriod>): NoticePeriod => ({
	months: 6,
	towards: "any-day",
	firstEnd: null,
	form: "text",
	...given,
});

test.each([
	[{}, "2027-01-15", "2027-07-15"],
	// A month that is too short ends the period on its last day (§ 188 (3) BGB).
	[{ months: 1 }, "2027-01-31", "2027-02-28"],
	[{ months: 1 }, "2028-01-31", "2028-02-29"],
	[{ towards: "month" }, "2027-01-15", "2027-07-31"],
	[{ towards: "month", months: 1 }, "2027-01-31", "2027-02-28"],
	[{ towards: "quarter" }, "2027-01-15", "2027-09-30"],
	[{ towards: "quarter", months: 3 }, "2027-03-31", "2027-06-30"],
	[{ towards: "half-year" }, "2027-07-01", "2028-06-30"],
	[{ towards: "year" }, "2027-06-30", "2027-12-31"],
	[{ towards: "year" }, "2027-07-01", "2028-12-31"],
	[{ towards: "year", firstEnd: "2030-12-31" }, "2027-07-01", "2030-12-31"],
	[{ towards: "year", firstEnd: "2030-06-30" }, "2027-07-01", "2030-12-31"],
	[{ firstEnd: "2027-03-01" }, "2027-01-15", "2027-07-15"],
] as const)("%j declared on %s takes effect with %s at the earliest", (given, declaredOn, end) => {
	expect(earliestEnd(period(given), declaredOn)).toBe(end);
	expect(isNoticeEnd(period(given), end)).toBe(true);
});

test.each([
	["month", "2027-07-30"],
	["quarter", "2027-07-31"],
	["half-year", "2027-09-30"],
	["year", "2027-06-30"],
] as const)("not with the end of a %s: %s", (towards, day) => {
	expect(isNoticeEnd({ towards }, day)).toBe(false);
});
