import { expect, test } from "vitest";
import { lastDue, type Rhythm } from "./digest.server";

test.each<[string, Rhythm, string, string | null]>([
	["before seven the day before counts", "daily", "2026-11-21T05:59:59Z", "2026-11-20T06:00:00.000Z"],
	["at seven the day itself", "daily", "2026-11-21T06:00:00Z", "2026-11-21T06:00:00.000Z"],
	["in summer seven is five by UTC", "daily", "2026-07-01T05:00:00Z", "2026-07-01T05:00:00.000Z"],
	["the day after the clocks went back", "daily", "2026-10-25T06:30:00Z", "2026-10-25T06:00:00.000Z"],
	["on Saturday the Monday before", "weekly", "2026-11-21T12:00:00Z", "2026-11-16T06:00:00.000Z"],
	["on Monday before seven the Monday before", "weekly", "2026-11-23T05:00:00Z", "2026-11-16T06:00:00.000Z"],
	["on Monday from seven on", "weekly", "2026-11-23T06:00:00Z", "2026-11-23T06:00:00.000Z"],
	[
		"on Sunday late, already Monday in Germany, not yet seven",
		"weekly",
		"2026-11-22T23:30:00Z",
		"2026-11-16T06:00:00.000Z",
	],
	["across a change of the clocks", "weekly", "2026-10-26T05:30:00Z", "2026-10-19T05:00:00.000Z"],
	["never", "never", "2026-11-21T12:00:00Z", null],
])("%s", (_name, rhythm, now, due) => {
	expect(lastDue(rhythm, new Date(now))?.toISOString() ?? null).toBe(due);
});
