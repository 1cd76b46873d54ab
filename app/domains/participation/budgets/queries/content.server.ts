import type { View } from "~/platform/world.server";

/** How the budgets of a process are held and what is voted on, as it is read before its release; null without budgets. */
export async function budgetContent(view: Pick<View, "db">, processId: string): Promise<unknown> {
	const budgets = await view.db.budget.findMany({
		where: { processId },
		orderBy: { position: "asc" },
		select: {
			title: true,
			amountCents: true,
			ballot: true,
			pointsPerVoter: true,
			mostProjects: true,
			withinAmount: true,
			electorate: true,
			ruleChoice: true,
			projects: {
				orderBy: { number: "asc" },
				select: { number: true, title: true, summary: true, costCents: true, runningCents: true, exclusionGroup: true },
			},
		},
	});
	return budgets.length > 0 ? budgets : null;
}
