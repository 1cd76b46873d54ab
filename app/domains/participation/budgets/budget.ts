import type { BudgetRule } from "~/domains/counting";
import type { Choice } from "../ballots/ballot";

export const ballotKinds = ["approval", "points"] as const;
export type BallotKind = (typeof ballotKinds)[number];

export const methods = ["greedy", "greedy-no-skip", "shares", "shares-add1", "shares-add1u"] as const;
export const stops = ["exhaustive", "overshoot"] as const;

/** How a budget is going to be counted, as staff choose it; the lot is drawn when it is frozen. */
export type RuleChoice = {
	method: (typeof methods)[number];
	stop: (typeof stops)[number];
	leastVotes: number;
	/** Partial budgets with their amounts in cents (greedy only), in the order in which they are spent. */
	parts?: { amounts: { part: string; amount: string }[]; leftover: "unspent" | "for-all" } | null | undefined;
};

/** Whether a method goes down the list of votes; only such methods know partial budgets. */
export function isByVotes(method: RuleChoice["method"]): boolean {
	return method === "greedy" || method === "greedy-no-skip";
}

export const feasibilities = ["open", "feasible", "not-feasible"] as const;
export type Feasibility = (typeof feasibilities)[number];

/** What voters may put on a ballot. Amounts in cents. */
export type BallotRules = {
	ballot: BallotKind;
	amountCents: bigint;
	pointsPerVoter: number | null;
	mostProjects: number | null;
	withinAmount: boolean;
};

export type BallotProblem =
	| { code: "ballot-empty" | "project-unknown" }
	| { code: "too-many-projects"; values: { most: number; given: number } }
	| { code: "too-many-points"; values: { most: number; given: number } }
	| { code: "ballot-too-expensive"; values: { over: bigint } };

/** The whole rule as counting wants it. Ties: lower cost, then more votes, then the lot. */
export function ruleFrom(choice: RuleChoice, ballot: BallotKind, lot: readonly string[]): BudgetRule {
	const given = {
		ties: { before: ["lower-cost" as const, "more-votes" as const], lot: [...lot] },
		leastVotes: choice.leastVotes,
	};
	if (isByVotes(choice.method)) {
		return { ...given, method: "greedy", skipping: choice.method === "greedy", parts: choice.parts ?? null };
	}
	return {
		...given,
		method: "equal-shares",
		utility: ballot === "points" ? "points" : "cost",
		completion: choice.method === "shares" ? "none" : choice.method === "shares-add1" ? "add1" : "add1u",
		stop: choice.stop,
	};
}

/** The rule that the result is compared with: the other method, with the same ties and least votes. */
export function otherRule(rule: BudgetRule, ballot: BallotKind): BudgetRule {
	return ruleFrom(
		{
			method: rule.method === "greedy" ? "shares-add1" : "greedy",
			stop: "exhaustive",
			leastVotes: rule.leastVotes,
		},
		ballot,
		rule.ties.lot,
	);
}

/** What a ballot costs if all of it is funded, in cents. */
export function costOf(points: Choice, prices: ReadonlyMap<string, bigint>): bigint {
	return Object.keys(points).reduce((sum, number) => sum + (prices.get(number) ?? 0n), 0n);
}

/**
 * Why a ballot may not be cast; empty when it may.
 * @param prices number of each project that can be voted for → cents
 */
export function ballotProblems(
	rules: BallotRules,
	prices: ReadonlyMap<string, bigint>,
	points: Choice,
): BallotProblem[] {
	const numbers = Object.keys(points);
	const given = Object.values(points).reduce((sum, value) => sum + value, 0);
	const cost = costOf(points, prices);
	const problems: BallotProblem[] = [];
	if (numbers.length === 0) problems.push({ code: "ballot-empty" });
	if (
		numbers.some((number) => !prices.has(number)) ||
		Object.values(points).some((value) => !Number.isSafeInteger(value) || value < 1) ||
		(rules.ballot === "approval" && Object.values(points).some((value) => value !== 1))
	)
		problems.push({ code: "project-unknown" });
	if (rules.mostProjects !== null && numbers.length > rules.mostProjects) {
		problems.push({ code: "too-many-projects", values: { most: rules.mostProjects, given: numbers.length } });
	}
	if (rules.ballot === "points" && given > (rules.pointsPerVoter ?? 0)) {
		problems.push({ code: "too-many-points", values: { most: rules.pointsPerVoter ?? 0, given } });
	}
	if (rules.withinAmount && cost > rules.amountCents) {
		problems.push({ code: "ballot-too-expensive", values: { over: cost - rules.amountCents } });
	}
	return problems;
}

/**
 * Partial budgets as people type them, one a line, in whole euros (files that others recount may have no cents): "Nord: 10.000".
 * @param cents reads an amount; null for what is none
 * @returns the parts, or the line that cannot be read or names a part twice
 */
export function partsFrom(
	text: string,
	cents: (amount: string) => bigint | null,
): { parts: { part: string; amount: string }[] } | { line: number } {
	const parts: { part: string; amount: string }[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === "") continue;
		const [, part = "", amount = ""] = /^\s*(.{1,60}?)\s*:\s*(\d[\d.]*)\s*(?:€|Euro)?\s*$/.exec(line) ?? [];
		const value = part === "" ? null : cents(amount);
		if (value === null || value <= 0n || parts.some((one) => one.part === part)) return { line: index + 1 };
		parts.push({ part, amount: String(value) });
	}
	return { parts };
}

/** Whether some project that can be done belongs to none of the partial budgets, where there are any. */
export function isAnyUnplaced({
	ruleChoice,
	projects,
}: {
	ruleChoice: RuleChoice;
	projects: readonly { feasibility: Feasibility; part: string | null }[];
}): boolean {
	const parts = ruleChoice.parts?.amounts.map(({ part }) => part);
	if (!parts) return false;
	return projects.some(
		({ feasibility, part }) => feasibility === "feasible" && (part === null || !parts.includes(part)),
	);
}
