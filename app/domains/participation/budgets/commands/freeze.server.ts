import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { type FreezingRefusal, freezeRule, freezingRefusal, mayManageBox } from "../../ballots/index.server";
import { isAnyUnplaced, ruleFrom } from "../budget";
import { lockedBudget, pricesOf } from "../queries/find-budget.server";

export type FreezeRefusal = FreezingRefusal | "amount-missing" | "no-projects" | "checks-open" | "parts-missing";

/**
 * Freezes and publishes the counting rule with projects and prices (`freezeRule`).
 * Refused without an amount, without projects that can be done, while checks are open, where a project belongs to none of the
 * partial budgets, and for whatever `freezingRefusal` says.
 */
export const freezeBudget = command(
	"participation.freeze-budget",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<{ ruleHash: string }, FreezeRefusal>> => {
		const budget = await lockedBudget(world, id);
		demand(mayManageBox, world.actor, budget.process);
		if (budget.frozenAt) return refused("frozen");
		if (budget.amountCents <= 0n) return refused("amount-missing");
		if (budget.projects.some(({ feasibility }) => feasibility === "open")) return refused("checks-open");
		const prices = pricesOf(budget);
		if (prices.size === 0) return refused("no-projects");
		if (isAnyUnplaced(budget)) return refused("parts-missing");
		const refusal = await freezingRefusal(world, budget);
		if (refusal) return refused(refusal);
		const { ballot, ruleChoice } = budget;
		return done(
			await freezeRule(world, budget, {
				numbers: [...prices.keys()],
				rule: (lot) => ruleFrom(ruleChoice, ballot, lot),
				meaning: {
					amountCents: String(budget.amountCents),
					ballot,
					pointsPerVoter: budget.pointsPerVoter,
					mostProjects: budget.mostProjects,
					withinAmount: budget.withinAmount,
					projects: budget.projects.map(({ number, costCents, exclusionGroup, part, feasibility }) => ({
						number,
						costCents: costCents === null ? null : String(costCents),
						exclusionGroup,
						part,
						feasibility,
					})),
				},
				facts: { method: ruleChoice.method, projects: prices.size, amountCents: String(budget.amountCents) },
			}),
		);
	},
);
