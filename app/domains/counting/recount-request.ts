import { type BudgetRule, budgetRule } from "./budget-rule.ts";
import { type BudgetCount, countBudget } from "./count-budget.ts";
import type { SharesProgress } from "./equal-shares.ts";
import { type PabulibFile, readPabulib } from "./pabulib.ts";
import type { TieOrder } from "./ties.ts";

export const recountRules = ["greedy", "greedy-no-skip", "mes"] as const;
export const completions = ["none", "add1", "add1u"] as const;
export const stops = ["exhaustive", "overshoot"] as const;

/** What somebody recounts a file by; null takes the rule that the file itself carries. */
export type RecountChoice = {
	rule: (typeof recountRules)[number];
	completion: (typeof completions)[number];
	stop: (typeof stops)[number];
} | null;

/** The rule that was frozen for the vote, when the file comes from this house; otherwise null. */
function publishedRule({ meta }: PabulibFile): BudgetRule | null {
	if (!meta.counting_rule) return null;
	try {
		return budgetRule.safeParse(JSON.parse(meta.counting_rule)).data ?? null;
	} catch {
		return null;
	}
}

/** The rule with the amounts of its partial budgets in the unit of the file: this house freezes them in cents, and whole euros. */
function inUnitsOf({ election }: PabulibFile, rule: BudgetRule | null): BudgetRule | null {
	if (rule?.method !== "greedy" || !rule.parts) return rule;
	const amounts = rule.parts.amounts.map(({ part, amount }) => ({
		part,
		amount: String((BigInt(amount) * election.unit) / 100n),
	}));
	return { ...rule, parts: { ...rule.parts, amounts } };
}

/**
 * The whole rule for a file. Ties: as published in the file; for files of others the lower cost, then more votes, then the
 * order of the file.
 */
function ruleFor(file: PabulibFile, choice: RecountChoice): BudgetRule {
	const published = inUnitsOf(file, publishedRule(file));
	if (choice === null && published) return published;
	const ties: TieOrder = published?.ties ?? {
		before: ["lower-cost", "more-votes"],
		lot: file.projects.map(({ id }) => id),
	};
	const { rule, completion, stop } = choice ?? { rule: "greedy", completion: "none", stop: "exhaustive" };
	const given = { ties: { before: [...ties.before], lot: [...ties.lot] }, leastVotes: published?.leastVotes ?? 0 };
	if (rule === "mes") {
		const utility = file.ballot === "points" ? "points" : "cost";
		return { ...given, method: "equal-shares", utility, completion, stop };
	}
	const parts = published?.method === "greedy" ? published.parts : null;
	return { ...given, method: "greedy", skipping: rule === "greedy", parts };
}

/**
 * Recounts the text of a .pb file.
 * @throws UnreadablePabulib for a file that cannot be read, RangeError for what cannot be counted
 */
export function recount(
	text: string,
	choice: RecountChoice,
	progress?: (at: SharesProgress) => void,
): { file: PabulibFile; rule: BudgetRule; count: BudgetCount } {
	const file = readPabulib(text);
	const rule = ruleFor(file, choice);
	return { file, rule, count: countBudget(file.election, rule, progress) };
}
