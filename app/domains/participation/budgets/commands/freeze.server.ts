import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newToken } from "~/platform/tokens.server";
import { ruleFrom } from "../budget";
import { drawLot, fingerprint } from "../lot.server";
import { mayManageBudgets } from "../policy.server";
import { pricesOf } from "../queries/find-budget.server";
import { lockedBudget } from "./set-up.server";

export type FreezeRefusal = "frozen" | "amount-missing" | "no-projects" | "checks-open" | "no-letters" | "voting-began";

/**
 * Freezes and publishes the counting rule (Auszählungsregel): draws the lot between all projects, and fixes rule, projects,
 * prices and what a ballot may hold. From here on nobody changes them; the database refuses too.
 * Refused without an amount, without projects that can be done, while checks are open, without letter codes where they
 * decide who votes, and after the phase with voting has begun (nobody could have read the rule before).
 */
export const freezeBudget = command(
	"participation.freeze-budget",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<{ ruleHash: string }, FreezeRefusal>> => {
		const budget = await lockedBudget(world, id);
		demand(mayManageBudgets, world.actor, budget.process);
		if (budget.frozenAt) return refused("frozen");
		if (budget.amountCents <= 0n) return refused("amount-missing");
		if (budget.projects.some(({ feasibility }) => feasibility === "open")) return refused("checks-open");
		const prices = pricesOf(budget);
		if (prices.size === 0) return refused("no-projects");
		if (budget.electorate === "letter" && (await world.db.budgetLetterCode.count({ where: { budgetId: id } })) === 0) {
			return refused("no-letters");
		}
		const hasBegun = budget.process.phases.some(
			({ switches, opensAt }) => switches.includes("vote") && opensAt <= world.now,
		);
		if (hasBegun) return refused("voting-began");
		const lotSeed = newToken();
		const rule = ruleFrom(budget.ruleChoice, budget.ballot, drawLot(lotSeed, [...prices.keys()]));
		const ruleHash = fingerprint({
			rule,
			lotSeed,
			amountCents: String(budget.amountCents),
			ballot: budget.ballot,
			pointsPerVoter: budget.pointsPerVoter,
			mostProjects: budget.mostProjects,
			withinAmount: budget.withinAmount,
			electorate: budget.electorate,
			projects: budget.projects.map(({ number, costCents, exclusionGroup, feasibility }) => ({
				number,
				costCents: costCents === null ? null : String(costCents),
				exclusionGroup,
				feasibility,
			})),
		});
		await world.db.budget.update({ where: { id }, data: { rule, lotSeed, ruleHash, frozenAt: world.now } });
		world.record({
			type: "participation.budget.rule-frozen",
			subject: { kind: "budget", id },
			ownerId: budget.organisationId,
			facts: { ruleHash, lotSeed, method: rule.method, projects: prices.size, amountCents: String(budget.amountCents) },
		});
		return done({ ruleHash });
	},
);
