import type { CostClass, CostPlanItem } from "./cost-item";

/** Beside the agreed plan, which alone is frozen. */
export const scenarios = ["low", "high"] as const;
export type Scenario = (typeof scenarios)[number];

/** What a class costs in a scenario, in millionths of the agreed amount; a class without an entry costs the same. */
export type Factor = { scenario: Scenario; costClass: CostClass; factor: bigint };

export type ScenarioYear = { year: number; low: bigint; agreed: bigint; high: bigint };

const whole = 1_000_000n;

/** An amount times a factor, rounded once (half up). */
function times(cents: bigint, factor: bigint): bigint {
	return (2n * cents * factor + whole) / (2n * whole);
}

/** What every year costs in each scenario: amounts rounded once per item and year, sums of what was rounded. */
export function scenarioYears(
	items: readonly Pick<CostPlanItem, "costClass" | "years">[],
	factors: readonly Factor[],
): ScenarioYear[] {
	const factorOf = (scenario: Scenario, costClass: CostClass) =>
		factors.find((entry) => entry.scenario === scenario && entry.costClass === costClass)?.factor ?? whole;
	const sums = new Map<number, ScenarioYear>();
	for (const { costClass, years } of items) {
		for (const { year, cents } of years) {
			const sum = sums.get(year) ?? { year, low: 0n, agreed: 0n, high: 0n };
			sum.low += times(cents, factorOf("low", costClass));
			sum.agreed += cents;
			sum.high += times(cents, factorOf("high", costClass));
			sums.set(year, sum);
		}
	}
	return [...sums.values()].sort((a, b) => a.year - b.year);
}
