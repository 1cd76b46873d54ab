export { type BudgetRule, budgetRule } from "./budget-rule";
export type { BudgetCount } from "./count-budget";
export {
	abstention,
	countDecision,
	type DecisionChoice,
	type DecisionCount,
	isPossibleChoice,
} from "./count-decision";
export { countVote, type VoteCount } from "./count-vote";
export {
	answersOf,
	asksReason,
	type DecisionRule,
	isBlocking,
	storedDecisionRule,
} from "./decision-rule";
export type { Election } from "./election";
export type { EqualSharesResult } from "./equal-shares";
export { type Exact, ratioOf, roundedDown } from "./exact";
export { type Fraction, neededOf } from "./fraction";
export type { GreedyResult } from "./greedy";
export {
	asksBenches,
	type BenchRule,
	type BenchTest,
	countMajority,
	type MajorityCount,
	type MajorityResult,
	type MajorityRule,
	type Quorum,
	quorumBases,
	type Threshold,
	thresholdBases,
} from "./majority";
export { UnreadablePabulib, writePabulib } from "./pabulib";
export { completions, type RecountChoice, recount, recountRules, stops } from "./recount-request";
export { isVoteFile, recountVote, UnreadableVote } from "./recount-vote";
export { storedRule } from "./rule";
export { answers, type VoteMethod, type VoteRule, voteRule } from "./vote-rule";
