import { type ActWorld, command } from "~/platform/act.server";
import { textFor } from "~/platform/i18n";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { Electorate } from "../../ballots/ballot";
import { beginBox, mayManageBox } from "../../ballots/index.server";
import { processById } from "../../processes/index.server";
import { type BallotKind, isByVotes, type RuleChoice } from "../budget";
import { messages } from "../messages";
import { lockedBudget } from "../queries/find-budget.server";

/** How a citizens' budget is held; amounts in cents. */
export type BudgetSettings = {
	title: string;
	amountCents: bigint;
	ballot: BallotKind;
	pointsPerVoter: number | null;
	mostProjects: number | null;
	withinAmount: boolean;
	electorate: Electorate;
	/** Days after voting in which paper ballots are typed in; only with letter codes. */
	paperDays: number;
	rule: RuleChoice;
};

export type SettingsRefusal = "frozen" | "amount-missing" | "points-missing" | "parts-only-by-votes" | "parts-too-much";

/** What a new budget begins with: approvals within the amount, known by mail address, Equal Shares with Add1. */
const beginning = {
	amountCents: 0n,
	ballot: "approval",
	pointsPerVoter: null,
	mostProjects: null,
	withinAmount: true,
} as const;
const firstRule = { method: "shares-add1", stop: "exhaustive", leastVotes: 1 } as const satisfies RuleChoice;

/** Makes an empty budget in a process; for recipes, inside the act that makes the process. */
export async function beginBudget(world: ActWorld, processId: string): Promise<void> {
	await makeBudget(world, processId);
}

/** Makes an empty budget under the next number of its process. */
export async function makeBudget(world: ActWorld, processId: string): Promise<{ id: string; position: number }> {
	const title = textFor(world.locale, messages)("name");
	const box = await beginBox(world, { processId, kind: "budget", title, electorate: "mail", ruleChoice: firstRule });
	await world.db.budget.create({ data: { ...beginning, id: box.id } });
	return box;
}

/** One more budget in a process; who manages the process does that. @returns its number */
export const addBudget = command(
	"participation.add-budget",
	async (world: ActWorld, { processId }: { processId: string }) => {
		const process = await processById(world, processId);
		demand(mayManageBox, world.actor, process);
		return done(await makeBudget(world, processId));
	},
);

/**
 * Changes how a budget is held. Refused once the rule is frozen, without an amount, for points without a number of
 * points, and for partial budgets that are more than the amount or with a method that knows none.
 */
export const changeBudget = command(
	"participation.change-budget",
	async (
		world: ActWorld,
		{ id, rule, ...input }: BudgetSettings & { id: string },
	): Promise<Outcome<null, SettingsRefusal>> => {
		const budget = await lockedBudget(world, id);
		demand(mayManageBox, world.actor, budget.process);
		if (budget.frozenAt) return refused("frozen");
		if (input.amountCents <= 0n) return refused("amount-missing", { field: "amount" });
		if (input.ballot === "points" && !input.pointsPerVoter)
			return refused("points-missing", { field: "pointsPerVoter" });
		const parts = rule.parts ?? null;
		if (parts && !isByVotes(rule.method)) return refused("parts-only-by-votes", { field: "parts" });
		const given = parts?.amounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n) ?? 0n;
		if (given > input.amountCents) return refused("parts-too-much", { field: "parts" });
		const { title, electorate, paperDays, ...settings } = input;
		await world.db.ballotBox.update({
			where: { id },
			data: {
				title,
				electorate,
				paperDays: electorate === "letter" ? paperDays : 0,
				ruleChoice: { ...rule, parts },
			},
		});
		await world.db.budget.update({
			where: { id },
			data: { ...settings, pointsPerVoter: input.ballot === "points" ? input.pointsPerVoter : null },
		});
		world.record({
			type: "participation.budget.changed",
			subject: { kind: "budget", id },
			ownerId: budget.organisationId,
			facts: { amountCents: String(input.amountCents), ballot: input.ballot, method: rule.method },
		});
		return done(null);
	},
);
