import { expect, test } from "vitest";
import { cashView, type YearlyAmount } from "./cash-view";

const amount = (id: string, year: number, cents: bigint, state: YearlyAmount["agreement"]["state"] = "in-force") => ({
	agreement: { id, number: id, title: id, href: `/vereinbarungen/${id}`, state },
	party: "mayen",
	year,
	cents,
	class: "operation" as const,
});

test("sums per year and per agreement, signed ones apart; the limit counts from its year on", () => {
	const view = cashView(
		[amount("A", 2028, 300n), amount("A", 2027, 100n), amount("B", 2028, 250n), amount("C", 2028, 1n, "frozen")],
		[
			{ fromYear: 2028, cents: 500n },
			{ fromYear: 2029, cents: 1n },
		],
	);
	expect(view.years).toEqual([
		{ year: 2027, bound: 100n, awaited: 0n, limit: null, beyond: 0n },
		{ year: 2028, bound: 550n, awaited: 1n, limit: 500n, beyond: 51n },
	]);
	expect(view.agreements.map(({ agreement, sum }) => [agreement.id, sum])).toEqual([
		["A", 400n],
		["B", 250n],
		["C", 1n],
	]);
	expect(cashView([amount("A", 2030, 500n)], [{ fromYear: 2028, cents: 500n }]).years[0]?.beyond).toBe(0n);
});
