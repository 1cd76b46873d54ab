import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { workingDaysBetween } from "~/platform/working-days";
import { stepOn, toldAt } from "./deadline";

const day = (text: string) => Temporal.PlainDate.from(text);

it.each([
	["2026-06-29", "2026-06-29", 0],
	["2026-06-26", "2026-06-29", 1],
	["2026-06-29", "2026-06-26", -1],
	["2026-06-27", "2026-06-28", 0],
	// Corpus Christi, in Rhineland-Palatinate
	["2026-06-03", "2026-06-05", 1],
	["2026-06-22", "2026-06-29", 5],
])("from %s to %s it is %i working days", (from, to, count) => {
	expect(workingDaysBetween(day(from), day(to), "07")).toBe(count);
});

// promised: Tuesday, 30 June 2026
it.each([
	["2026-06-22", null],
	["2026-06-23", "soon"],
	["2026-06-27", null],
	["2026-06-29", "soon"],
	["2026-06-30", "due"],
	["2026-07-01", "late"],
	["2026-07-04", null],
	["2026-07-13", "late"],
	["2026-07-14", "very-late"],
	["2026-09-01", "very-late"],
])("on %s the step is %s", (on, step) => {
	expect(stepOn(day(on), day("2026-06-30"), "07")).toBe(step);
});

it("counts a promised Sunday as due on the Friday before", () => {
	expect(stepOn(day("2026-06-26"), day("2026-06-28"), "07")).toBe("due");
	expect(stepOn(day("2026-06-29"), day("2026-06-28"), "07")).toBe("late");
});

it("leaves out holidays of the Land only", () => {
	expect(stepOn(day("2026-06-04"), day("2026-06-30"), "07")).toBeNull();
	expect(workingDaysBetween(day("2026-06-03"), day("2026-06-05"), null)).toBe(2);
});

it("climbs from those responsible to the head", () => {
	expect(toldAt("soon")).toEqual(["responsible"]);
	expect(toldAt("due")).toContain("deputy");
	expect(toldAt("due")).not.toContain("lead");
	expect(toldAt("late")).toContain("lead");
});
