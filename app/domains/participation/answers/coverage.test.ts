import { expect, it } from "vitest";
import { acknowledgedShare, coverageOf, isUrgent } from "./coverage";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const june30 = day("2026-06-30");

it.each([
	["some, in time", { published: 12, answered: 1, acknowledged: 0 }, "2026-06-15", june30, 0],
	["some, on the last day", { published: 12, answered: 1, acknowledged: 0 }, "2026-06-30", june30, 0],
	["some, too late", { published: 12, answered: 1, acknowledged: 0 }, "2026-07-01", null, 11],
	["all", { published: 12, answered: 12, acknowledged: 0 }, "2026-07-01", null, 0],
	["nothing yet", { published: 0, answered: 0, acknowledged: 0 }, "2026-07-01", null, 0],
])("%s", (_name, counted, today, restUntil, late) => {
	expect(coverageOf(counted, june30, day(today))).toEqual({ ...counted, restUntil, late });
});

it("promises nothing where no day was promised", () => {
	const counted = { published: 2, answered: 1, acknowledged: 0 };
	expect(coverageOf(counted, null, june30)).toEqual({ ...counted, restUntil: null, late: 0 });
	expect(isUrgent(null, june30)).toBe(false);
});

it.each([
	["2026-06-22", false],
	["2026-06-23", true],
	["2026-07-05", true],
])("%s is urgent: %s", (today, urgent) => expect(isUrgent(june30, day(today))).toBe(urgent));

it.each([
	[{ published: 40, answered: 12, acknowledged: 3 }, 25],
	[{ published: 40, answered: 12, acknowledged: 0 }, 0],
	[{ published: 40, answered: 3, acknowledged: 1 }, 33],
	[{ published: 40, answered: 0, acknowledged: 0 }, null],
])("of %j so many per cent are mere acknowledgements: %s", (counted, share) => {
	expect(acknowledgedShare(counted)).toBe(share);
});
