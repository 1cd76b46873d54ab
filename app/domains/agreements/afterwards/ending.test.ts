import { expect, test } from "vitest";
import type { NoticePeriod } from "../notice-period/notice-period";
import { boundUntil, judgeNotice } from "./ending";

test.each([
	["2028-12-31", 36, null, "2031-12-31"],
	["2028-12-31", 36, "2032-12-31", "2032-12-31"],
	["2028-12-31", 36, "2030-12-31", "2031-12-31"],
	[null, 36, "2030-12-31", "2030-12-31"],
	[null, 36, null, null],
])(
	"pilot until %s and %d months, promised until %s: bound until %s",
	(pilotEnd, agreedMonths, committedUntil, bound) => {
		expect(boundUntil({ pilotEnd, agreedMonths, committedUntil })).toBe(bound);
	},
);

const yearly: NoticePeriod = { months: 6, towards: "year", firstEnd: null, form: "text" };
const notice = {
	kind: "termination" as const,
	declaredOn: "2029-01-10",
	lastDay: "2031-12-31",
	bound: "2031-12-31",
	period: null as NoticePeriod | null,
	asBreach: false,
	consequence: "",
};
const word = (changes: Partial<Parameters<typeof judgeNotice>[0]>) => {
	const judged = judgeNotice({ ...notice, ...changes });
	return judged.done ? (judged.value.breach ? "breach" : "fine") : judged.refusals[0]?.code;
};

test.each([
	[{}, "fine"],
	[{ lastDay: "2031-12-30" }, "notice-binding"],
	[{ lastDay: "2031-12-30", asBreach: true }, "notice-consequence"],
	[{ lastDay: "2031-12-30", asBreach: true, consequence: "Fördermittel zurück" }, "breach"],
	// What is in time is no breach, whoever ticks what.
	[{ asBreach: true, consequence: "Fördermittel zurück" }, "fine"],
	[{ lastDay: "2029-01-09" }, "notice-day"],
	[{ kind: "exit" as const, lastDay: "2032-06-30" }, "notice-year-end"],
	[{ kind: "exit" as const, lastDay: "2032-12-31" }, "fine"],
	[{ bound: null, lastDay: "2029-01-10" }, "fine"],
	// What the period of notice says, as data (to the end of a year, half a year before).
	[{ bound: null, period: yearly }, "fine"],
	[{ bound: null, period: yearly, lastDay: "2029-12-31" }, "fine"],
	[{ bound: null, period: yearly, declaredOn: "2029-07-01", lastDay: "2029-12-31" }, "notice-period"],
	[{ bound: null, period: yearly, lastDay: "2031-06-30" }, "notice-end"],
	[{ period: yearly, declaredOn: "2031-07-01", lastDay: "2031-12-31", asBreach: true }, "notice-consequence"],
	[
		{ period: yearly, declaredOn: "2031-07-01", lastDay: "2031-12-31", asBreach: true, consequence: "Ersatz" },
		"breach",
	],
	[{ bound: null, period: { ...yearly, firstEnd: "2032-12-31" } }, "notice-period"],
])("%j: %s", (changes, expected) => {
	expect(word(changes)).toBe(expected);
});
