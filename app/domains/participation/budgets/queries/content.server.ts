import type { View } from "~/platform/world.server";

/** How the budgets of a process are held and what is voted on, as it is read before its release; null without budgets. */
export async function budgetContent(view: Pick<View, "db">, processId: string): Promise<unknown> {
	const budgets = await view.db.budget.findMany({
		where: { box: { processId } },
		orderBy: { box: { position: "asc" } },
		select: {
			amountCents: true,
			ballot: true,
			pointsPerVoter: true,
			mostProjects: true,
			withinAmount: true,
			box: { select: { title: true, electorate: true, paperDays: true, ruleChoice: true } },
			projects: {
				orderBy: { number: "asc" },
				select: {
					number: true,
					title: true,
					summary: true,
					costCents: true,
					runningCents: true,
					exclusionGroup: true,
					part: true,
				},
			},
		},
	});
	return budgets.length > 0 ? budgets : null;
}
