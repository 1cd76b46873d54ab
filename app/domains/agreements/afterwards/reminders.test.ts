import { expect, test } from "vitest";
import { type Calendar, remindersOn } from "./reminders";

const calendar: Calendar = { pilotEnd: "2028-12-31", handedOver: false, lastDay: null, committedUntil: null };
const keys = (changes: Partial<Calendar>, today: string) =>
	remindersOn({ ...calendar, ...changes }, today).map(({ key }) => key);

test.each([
	["2028-06-29", []],
	["2028-06-30", ["takeover-6:2028-12-31"]],
	["2028-09-29", ["takeover-6:2028-12-31"]],
	["2028-09-30", ["takeover-3:2028-12-31"]],
	["2028-11-30", ["takeover-1:2028-12-31"]],
	["2028-12-31", ["takeover-1:2028-12-31"]],
	["2029-01-01", ["takeover-0:2028-12-31"]],
])("the take-over on %s", (today, expected) => {
	expect(keys({}, today)).toEqual(expected);
	expect(keys({ handedOver: true }, today)).toEqual([]);
});

test("the end and the commitment, each at its own steps, and no more once they are over", () => {
	const given = { pilotEnd: null, lastDay: "2030-06-30", committedUntil: "2030-12-31" };
	expect(keys(given, "2029-06-29")).toEqual([]);
	expect(keys(given, "2029-06-30")).toEqual(["end-12:2030-06-30"]);
	expect(keys(given, "2030-04-01")).toEqual(["end-3:2030-06-30", "commitment-12:2030-12-31"]);
	expect(keys(given, "2031-01-01")).toEqual([]);
});
