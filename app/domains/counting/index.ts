export { type BudgetRule, budgetRule } from "./budget-rule";
export type { BudgetCount } from "./count-budget";
export { countVote, type VoteCount } from "./count-vote";
export type { Election } from "./election";
export type { EqualSharesResult } from "./equal-shares";
export { type Exact, ratioOf, roundedDown } from "./exact";
export { type Fraction, neededOf } from "./fraction";
export type { GreedyResult } from "./greedy";
export {
	countMajority,
	type MajorityCount,
	type MajorityResult,
	type MajorityRule,
} from "./majority";
export { UnreadablePabulib, writePabulib } from "./pabulib";
export { completions, type RecountChoice, recount, recountRules, stops } from "./recount-request";
export { isVoteFile, recountVote, UnreadableVote } from "./recount-vote";
export { storedRule } from "./rule";
export { answers, type VoteMethod, type VoteRule, voteRule } from "./vote-rule";
