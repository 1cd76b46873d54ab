import { describe, expect, test } from "vitest";
import { nextTry } from "./mail-attempts";

const createdAt = new Date("2026-11-21T10:00:00Z");
const minutesAfter = (attempts: number, now = createdAt) => {
	const next = nextTry({ attempts, createdAt, now });
	return next && (next.getTime() - now.getTime()) / 60_000;
};

describe("when a mail is tried again", () => {
	test.each([
		[1, 1],
		[2, 5],
		[3, 15],
		[4, 30],
		[5, 60],
		[6, 60],
		[60, 60],
	])("after attempt %i it waits %i minutes", (attempts, minutes) => {
		expect(minutesAfter(attempts)).toBe(minutes);
	});

	test("is given up after three days, not before", () => {
		expect(minutesAfter(70, new Date("2026-11-24T09:00:00Z"))).toBe(60);
		expect(minutesAfter(70, new Date("2026-11-24T09:00:01Z"))).toBeNull();
	});
});
