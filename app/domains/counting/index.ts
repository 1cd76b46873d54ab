export { type BudgetRule, budgetRule } from "./budget-rule";
export type { BudgetCount } from "./count-budget";
export type { Election } from "./election";
export type { EqualSharesResult } from "./equal-shares";
export { roundedDown } from "./exact";
export type { Fraction } from "./fraction";
export type { GreedyResult } from "./greedy";
export {
	countMajority,
	type MajorityCount,
	type MajorityResult,
	type MajorityRule,
} from "./majority";
export { UnreadablePabulib, writePabulib } from "./pabulib";
export { completions, type RecountChoice, recount, recountRules, stops } from "./recount-request";
export { storedRule } from "./rule";
