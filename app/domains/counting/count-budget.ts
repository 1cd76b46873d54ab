import type { BudgetRule } from "./budget-rule.ts";
import type { Election } from "./election.ts";
import { type EqualSharesResult, equalSharesSteps, type SharesProgress } from "./equal-shares.ts";
import { countGreedy, type GreedyResult } from "./greedy.ts";

/** The outcome of a citizens' budget with every step that led to it; plain data, amounts exact. */
export type BudgetCount = GreedyResult | EqualSharesResult;

/**
 * Counts a citizens' budget by its rule.
 * @param progress told before each further share of a long count
 * @throws RangeError for what cannot be counted
 */
export function countBudget(
	election: Election,
	rule: BudgetRule,
	progress: (at: SharesProgress) => void = () => undefined,
): BudgetCount {
	if (rule.method === "greedy") return countGreedy(election, rule);
	const steps = equalSharesSteps(election, rule);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		progress(step.value);
	}
}
