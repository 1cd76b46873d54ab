import type { BudgetRule } from "~/domains/counting";

export const ballotKinds = ["approval", "points"] as const;
export type BallotKind = (typeof ballotKinds)[number];

/** By what a voter is known: an account, a mail address (account or guest), or the code of a letter. */
export const electorates = ["account", "mail", "letter"] as const;
export type Electorate = (typeof electorates)[number];

export const methods = ["greedy", "greedy-no-skip", "shares", "shares-add1", "shares-add1u"] as const;
export const stops = ["exhaustive", "overshoot"] as const;

/** How a budget is going to be counted, as staff choose it; the lot is drawn when it is frozen. */
export type RuleChoice = { method: (typeof methods)[number]; stop: (typeof stops)[number]; leastVotes: number };

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

/** Number of the project → points; an approval is 1. */
export type Points = Readonly<Record<string, number>>;

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
	if (choice.method === "greedy" || choice.method === "greedy-no-skip") {
		return { ...given, method: "greedy", skipping: choice.method === "greedy", parts: null };
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
export function costOf(points: Points, prices: ReadonlyMap<string, bigint>): bigint {
	return Object.keys(points).reduce((sum, number) => sum + (prices.get(number) ?? 0n), 0n);
}

/**
 * Why a ballot may not be cast; empty when it may.
 * @param prices number of each project that can be voted for → cents
 */
export function ballotProblems(
	rules: BallotRules,
	prices: ReadonlyMap<string, bigint>,
	points: Points,
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

/** Where a budget stands; computed, never stored. */
export type BudgetState = "preparing" | "frozen" | "voting" | "closed" | "counted";

export function stateOf(
	budget: { frozenAt: Date | null; countedAt: Date | null },
	voting: { isOpen: boolean; until: Date | null },
	now: Date,
): BudgetState {
	if (budget.frozenAt === null) return "preparing";
	if (budget.countedAt !== null) return "counted";
	if (voting.isOpen) return "voting";
	return voting.until !== null && voting.until <= now ? "closed" : "frozen";
}

/** With fewer ballots the list of ballots is not published: they could be told apart. */
export const fewestPublished = 5;

/** A ballot in one line, the same whatever the order of its entries: "3:1 7:1". */
export function written(points: Points): string {
	return Object.entries(points)
		.sort(([one], [other]) => Number(one) - Number(other))
		.map(([number, value]) => `${number}:${value}`)
		.join(" ");
}

/** The ballot that was written like this; what is not written like this is left out. */
export function pointsFrom(line: string): Points {
	return Object.fromEntries(
		[...line.matchAll(/(?:^| )(\d{1,4}):(\d{1,3})(?= |$)/g)].map(([, number, value]) => [number, Number(value)]),
	);
}
