import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openingOf, regularDays, type Series, slotAt, slotMinutesOf } from "./office-day.server";

const series: Series = {
	rhythm: "WEEKLY",
	firstDay: "2026-03-10",
	lastDay: null,
	opensAt: "09:00",
	closesAt: "12:00",
	place: "Rathaus Mendig",
	slotMinutes: 20,
};

describe("days of a series", () => {
	test.each<[string, Partial<Series>, string, string, string[]]>([
		["weekly", {}, "2026-03-01", "2026-03-31", ["2026-03-10", "2026-03-17", "2026-03-24", "2026-03-31"]],
		["from the middle", {}, "2026-03-18", "2026-03-31", ["2026-03-24", "2026-03-31"]],
		["every second week", { rhythm: "FORTNIGHTLY" }, "2026-03-11", "2026-04-10", ["2026-03-24", "2026-04-07"]],
		[
			"every fourth week",
			{ rhythm: "FOUR_WEEKLY" },
			"2026-03-01",
			"2026-05-10",
			["2026-03-10", "2026-04-07", "2026-05-05"],
		],
		["once", { rhythm: "ONCE" }, "2026-01-01", "2026-12-31", ["2026-03-10"]],
		["once, before and after", { rhythm: "ONCE" }, "2026-03-11", "2026-12-31", []],
		[
			"second Tuesday of the month",
			{ rhythm: "MONTHLY" },
			"2026-03-01",
			"2026-06-30",
			["2026-03-10", "2026-04-14", "2026-05-12", "2026-06-09"],
		],
		[
			"fifth Tuesday is the last",
			{ rhythm: "MONTHLY", firstDay: "2026-03-31" },
			"2026-03-01",
			"2026-06-30",
			["2026-03-31", "2026-04-28", "2026-05-26", "2026-06-30"],
		],
		[
			"until its last day, included",
			{ lastDay: "2026-03-17" },
			"2026-03-01",
			"2026-04-30",
			["2026-03-10", "2026-03-17"],
		],
		["after its last day", { lastDay: "2026-03-17" }, "2026-03-18", "2026-04-30", []],
	])("%s", (_, given, from, to, days) => {
		expect(regularDays({ ...series, ...given }, from, to)).toEqual(days);
	});

	test("a window never shows other days than a larger one", () => {
		const day = fc
			.integer({ min: 0, max: 900 })
			.map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
		fc.assert(
			fc.property(
				fc.constantFrom("ONCE", "WEEKLY", "FORTNIGHTLY", "FOUR_WEEKLY", "MONTHLY" as const),
				day,
				day,
				day,
				(rhythm, firstDay, one, other) => {
					const [from, to] = one < other ? [one, other] : [other, one];
					const all = regularDays(
						{ ...series, rhythm: rhythm as Series["rhythm"], firstDay },
						"2025-01-01",
						"2029-01-01",
					);
					expect(regularDays({ ...series, rhythm: rhythm as Series["rhythm"], firstDay }, from, to)).toEqual(
						all.filter((each) => from <= each && each <= to),
					);
				},
			),
		);
	});
});

describe("hours", () => {
	test("stay on the clock when the clocks change", () => {
		const hour = (day: string) => openingOf(series, day, null).opensAt.toISOString();
		expect(hour("2026-03-24")).toBe("2026-03-24T08:00:00.000Z");
		expect(hour("2026-03-31")).toBe("2026-03-31T07:00:00.000Z");
	});

	test("of a moved day are its own, the place too", () => {
		const moved = { movedTo: "2026-03-26", opensAt: "14:00", closesAt: null, place: null, cancelledAt: null };
		expect(openingOf({ ...series, closesAt: "17:00" }, "2026-03-24", moved)).toEqual({
			day: "2026-03-26",
			opensAt: new Date("2026-03-26T13:00:00Z"),
			closesAt: new Date("2026-03-26T16:00:00Z"),
			place: "Rathaus Mendig",
			cancelled: false,
			moved: true,
		});
	});

	test.each([
		[20, [0, 20, 40, 60, 80, 100, 120, 140, 160]],
		[50, [0, 50, 100]],
		[240, []],
	])("slots of %i minutes end in time", (length, slots) => {
		const opening = openingOf(series, "2026-03-10", null);
		expect(slotMinutesOf(opening, length)).toEqual(slots);
		for (const slot of slots) expect(slotAt(opening, slot + length) <= opening.closesAt).toBe(true);
	});
});
