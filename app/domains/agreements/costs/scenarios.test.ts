import { expect, test } from "vitest";
import { scenarioYears } from "./scenarios";

const items = [
	{ costClass: "operation" as const, years: [{ year: 2028, cents: 333n }] },
	{
		costClass: "investment" as const,
		years: [
			{ year: 2027, cents: 1_000_000n },
			{ year: 2028, cents: 333n },
		],
	},
];

test("each class has its factor, rounded once per item and year; the agreed plan is never touched", () => {
	expect(
		scenarioYears(items, [
			{ scenario: "low", costClass: "operation", factor: 500_000n },
			{ scenario: "high", costClass: "operation", factor: 1_500_000n },
			{ scenario: "high", costClass: "investment", factor: 1_100_000n },
		]),
	).toEqual([
		{ year: 2027, low: 1_000_000n, agreed: 1_000_000n, high: 1_100_000n },
		{ year: 2028, low: 167n + 333n, agreed: 666n, high: 500n + 366n },
	]);
	expect(scenarioYears(items, [])).toEqual([
		{ year: 2027, low: 1_000_000n, agreed: 1_000_000n, high: 1_000_000n },
		{ year: 2028, low: 666n, agreed: 666n, high: 666n },
	]);
});
