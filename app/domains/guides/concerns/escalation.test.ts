import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { stepsReached } from "./escalation";

const day = (text: string) => Temporal.PlainDate.from(text);

// promised: Wednesday, 3 June 2026; the 4th is Corpus Christi in Rhineland-Palatinate
it.each([
	["2026-06-03", "07", []],
	["2026-06-04", "07", []],
	["2026-06-04", "01", ["DEPUTY"]],
	["2026-06-05", "07", ["DEPUTY"]],
	["2026-06-06", "07", []],
	["2026-06-10", "07", ["DEPUTY"]],
	["2026-06-10", "01", ["DEPUTY", "LEAD"]],
	["2026-06-11", "07", ["DEPUTY", "LEAD"]],
	["2026-07-01", "07", ["DEPUTY", "LEAD"]],
])("on %s in Land %s these are told: %j", (today, land, expected) => {
	expect(stepsReached(day(today), day("2026-06-03"), land)).toEqual(expected);
});
