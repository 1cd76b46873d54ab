import { type ActWorld, command } from "~/platform/act.server";
import { textFor } from "~/platform/i18n";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { processById } from "../../processes/index.server";
import type { BallotKind, Electorate, RuleChoice } from "../budget";
import { messages } from "../messages";
import { mayManageBudgets } from "../policy.server";
import { budgetById } from "../queries/find-budget.server";

/** How a citizens' budget is held; amounts in cents. */
export type BudgetSettings = {
	title: string;
	amountCents: bigint;
	ballot: BallotKind;
	pointsPerVoter: number | null;
	mostProjects: number | null;
	withinAmount: boolean;
	electorate: Electorate;
	rule: RuleChoice;
};

export type SettingsRefusal = "frozen" | "amount-missing" | "points-missing";

/** What a new budget begins with: approvals within the amount, known by mail address, Equal Shares with Add1. */
const beginning = {
	amountCents: 0n,
	ballot: "approval",
	pointsPerVoter: null,
	mostProjects: null,
	withinAmount: true,
	electorate: "mail",
	ruleChoice: { method: "shares-add1", stop: "exhaustive", leastVotes: 1 },
} as const;

/** Makes an empty budget in a process; for recipes, inside the act that makes the process. */
export async function beginBudget(world: ActWorld, processId: string): Promise<void> {
	await makeBudget(world, processId);
}

/** Makes an empty budget under the next number of its process. */
export async function makeBudget(world: ActWorld, processId: string): Promise<{ id: string; position: number }> {
	// One after the other per process, so that two budgets get two numbers.
	await world.db.$queryRaw`SELECT 1 FROM process WHERE id = ${processId}::uuid FOR UPDATE`;
	const process = await processById(world, processId);
	const position = (await world.db.budget.count({ where: { processId } })) + 1;
	const id = newId(world.now);
	await world.db.budget.create({
		data: {
			...beginning,
			id,
			processId,
			organisationId: process.organisationId,
			position,
			title: textFor(world.locale, messages)("name"),
			createdAt: world.now,
		},
	});
	world.record({
		type: "participation.budget.begun",
		subject: { kind: "budget", id },
		ownerId: process.organisationId,
		facts: { process: processId },
	});
	return { id, position };
}

/** One more budget in a process; who manages the process does that. @returns its number */
export const addBudget = command(
	"participation.add-budget",
	async (world: ActWorld, { processId }: { processId: string }) => {
		const process = await processById(world, processId);
		demand(mayManageBudgets, world.actor, process);
		return done(await makeBudget(world, processId));
	},
);

/**
 * Changes how a budget is held. Refused once the rule is frozen, without an amount, and for points without a number of
 * points.
 */
export const changeBudget = command(
	"participation.change-budget",
	async (
		world: ActWorld,
		{ id, rule, ...input }: BudgetSettings & { id: string },
	): Promise<Outcome<null, SettingsRefusal>> => {
		const budget = await lockedBudget(world, id);
		demand(mayManageBudgets, world.actor, budget.process);
		if (budget.frozenAt) return refused("frozen");
		if (input.amountCents <= 0n) return refused("amount-missing", { field: "amount" });
		if (input.ballot === "points" && !input.pointsPerVoter)
			return refused("points-missing", { field: "pointsPerVoter" });
		await world.db.budget.update({
			where: { id },
			data: {
				...input,
				pointsPerVoter: input.ballot === "points" ? input.pointsPerVoter : null,
				ruleChoice: rule,
			},
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

/** The budget with its row locked until the act is committed, so that freezing and changing never cross. */
export async function lockedBudget(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT 1 FROM budget WHERE id = ${id}::uuid FOR UPDATE`;
	return budgetById(world, id);
}
