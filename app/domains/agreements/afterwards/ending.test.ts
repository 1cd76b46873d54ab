import { expect, test } from "vitest";
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

const notice = {
	kind: "termination" as const,
	declaredOn: "2029-01-10",
	lastDay: "2031-12-31",
	bound: "2031-12-31",
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
])("%j: %s", (changes, expected) => {
	expect(word(changes)).toBe(expected);
});
