import { expect, it } from "vitest";
import { answerEnds, answerLastDay } from "./answer-time.server";

it.each([
	["in winter", "2026-12-04T08:00:00Z", 7, "2026-12-11T23:00:00.000Z", "2026-12-11"],
	["late in the evening", "2026-12-04T22:59:00Z", 1, "2026-12-05T23:00:00.000Z", "2026-12-05"],
	["over the change to summer time", "2027-03-25T08:00:00Z", 7, "2027-04-01T22:00:00.000Z", "2027-04-01"],
])("people drawn answer until the end of the last day, and are told that day: %s", (_, now, days, ends, last) => {
	const until = answerEnds(new Date(now), days);
	expect(until.toISOString()).toBe(ends);
	expect(answerLastDay(until)).toBe(last);
});
