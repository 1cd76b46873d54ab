export { type BudgetRule, budgetRule } from "./budget-rule";
export { type BudgetCount, countBudget } from "./count-budget";
export type { Ballot, Election } from "./election";
export type { EqualSharesResult, SharesProgress } from "./equal-shares";
export { type Exact, roundedDown } from "./exact";
export type { Fraction } from "./fraction";
export type { GreedyResult } from "./greedy";
export {
	countMajority,
	type MajorityCount,
	type MajorityResult,
	type MajorityRule,
} from "./majority";
export { UnreadablePabulib, writePabulib } from "./pabulib";
export { completions, publishedRule, type RecountChoice, recount, recountRules, stops } from "./recount-request";
export { storedRule } from "./rule";
