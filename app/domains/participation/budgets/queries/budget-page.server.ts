import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { boxHead, mayManageBox } from "../../ballots/index.server";
import { type BudgetAddress, budgetAt, type FoundBudget } from "./find-budget.server";

/** What every page of a budget says about it. */
export function headOf(budget: FoundBudget, place: string) {
	return {
		...boxHead(budget, place),
		amountCents: budget.amountCents,
		ballot: budget.ballot,
		pointsPerVoter: budget.pointsPerVoter,
		mostProjects: budget.mostProjects,
		withinAmount: budget.withinAmount,
		choice: budget.ruleChoice,
	};
}

export type BudgetHead = ReturnType<typeof headOf>;

/** A project as everybody reads it. */
export function publicProject(project: FoundBudget["projects"][number]) {
	const { number, title, summary, costCents, runningCents, exclusionGroup, part, feasibility, feasibilityReason } =
		project;
	return { number, title, summary, costCents, runningCents, exclusionGroup, part, feasibility, feasibilityReason };
}

export type PublicProject = ReturnType<typeof publicProject>;

/**
 * What stands on the ballot to print.
 * @throws NotFound where one votes online only: without a letter nobody could tell who votes twice
 */
export async function budgetSheet(view: View, at: BudgetAddress) {
	const budget = await budgetAt(view, at);
	const projects = budget.projects.filter(({ feasibility }) => feasibility === "feasible").map(publicProject);
	if (budget.electorate !== "letter" || projects.length === 0) throw new NotFound();
	return { ...headOf(budget, at.place), projects };
}

/** The public page of a budget: projects, how one votes, how it will be counted. @throws NotFound */
export async function budgetPage(view: View, at: BudgetAddress) {
	const budget = await budgetAt(view, at);
	const known = new Map(budget.projects.map((project) => [String(project.number), project.title]));
	return {
		...headOf(budget, at.place),
		projects: budget.projects.map(publicProject),
		counting: budget.count && budget.count.finishedAt === null ? { step: budget.count.step } : null,
		frozen:
			budget.rule && budget.frozenAt
				? {
						at: budget.frozenAt,
						hash: budget.ruleHash,
						seed: budget.lotSeed,
						lot: budget.rule.ties.lot.map((number) => ({ number, title: known.get(number) ?? number })),
					}
				: null,
		may: { manage: mayManageBox(view.actor, budget.process) },
	};
}
