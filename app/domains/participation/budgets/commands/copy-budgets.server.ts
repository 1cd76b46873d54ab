import type { ActWorld } from "~/platform/act.server";
import { makeBudget } from "./set-up.server";

/**
 * Lays the budgets of a process out again in another, inside the act that makes it: amount, way of voting and rule, not
 * frozen. Projects are of their year and stay where they are.
 */
export async function copyBudgets(world: ActWorld, { from, to }: { from: string; to: string }): Promise<boolean> {
	const budgets = await world.db.budget.findMany({ where: { processId: from }, orderBy: { position: "asc" } });
	for (const budget of budgets) {
		const { title, amountCents, ballot, pointsPerVoter, mostProjects, withinAmount, electorate, ruleChoice } = budget;
		const { id } = await makeBudget(world, to);
		await world.db.budget.update({
			where: { id },
			data: {
				title,
				amountCents,
				ballot,
				pointsPerVoter,
				mostProjects,
				withinAmount,
				electorate,
				...(ruleChoice === null ? {} : { ruleChoice }),
			},
		});
	}
	return budgets.length > 0;
}
