import { z } from "zod";
import { tieCriteria } from "./ties.ts";

const ties = z.object({ before: z.array(z.enum(tieCriteria)), lot: z.array(z.string()) });
/** Whole numbers of the smallest unit, as text because JSON knows no exact large numbers. */
const amount = z.string().regex(/^\d+$/);

/**
 * How a citizens' budget is counted: the whole rule as data, frozen and published before anybody votes.
 * `leastVotes`: projects with fewer votes (or points) are left out before counting; 0 leaves nobody out.
 */
export const budgetRule = z.discriminatedUnion("method", [
	z.object({
		/** By votes, from the top of the list. */
		method: z.literal("greedy"),
		ties,
		leastVotes: z.int().min(0),
		/** Whether what does not fit is passed over (true), or ends the list (false). */
		skipping: z.boolean(),
		/** Partial budgets in the order in which they are spent; what is left stays unspent or goes to all that remain. */
		parts: z
			.object({ amounts: z.array(z.object({ part: z.string(), amount })), leftover: z.enum(["unspent", "for-all"]) })
			.nullable(),
	}),
	z.object({
		/** Method of Equal Shares. */
		method: z.literal("equal-shares"),
		ties,
		leastVotes: z.int().min(0),
		/** What a funded project is worth to its supporter: its cost, the same for all, or the points given to it. */
		utility: z.enum(["cost", "approval", "points"]),
		completion: z.enum(["none", "add1", "add1u"]),
		/** Add1 ends as soon as nothing more fits, or only when the next step would cost too much. */
		stop: z.enum(["exhaustive", "overshoot"]),
	}),
]);

export type BudgetRule = z.infer<typeof budgetRule>;
export type GreedyRule = Extract<BudgetRule, { method: "greedy" }>;
export type EqualSharesRule = Extract<BudgetRule, { method: "equal-shares" }>;
