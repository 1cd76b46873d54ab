import type { View } from "~/platform/world.server";
import { waitsForResult } from "../../ballots/ballot";
import { budgetById } from "./find-budget.server";

async function budgetsOf(view: View, processId: string) {
	const rows = await view.db.ballotBox.findMany({
		where: { processId, kind: "budget" },
		orderBy: { position: "asc" },
		take: 50,
		select: { id: true },
	});
	return Promise.all(rows.map(({ id }) => budgetById(view, id)));
}

/** The budgets of a process for its public page, or null when it has none; the page asked for the process itself. */
export async function loadBudgetsPart(view: View, process: { id: string }) {
	const budgets = await budgetsOf(view, process.id);
	if (budgets.length === 0) return null;
	return budgets.map(
		({ position, title, state, amountCents, voting, countDueAt, paperDays, projects, resultToldAt }) => ({
			number: position,
			/** Whether everybody was told what follows from it. */
			isTold: resultToldAt !== null,
			title,
			state,
			amountCents,
			voting,
			countDueAt,
			paperDays,
			projects: projects.filter(({ feasibility }) => feasibility !== "not-feasible").length,
		}),
	);
}

export type BudgetsPartData = NonNullable<Awaited<ReturnType<typeof loadBudgetsPart>>>;

/** What must be set before the process may be published; projects may come later, from contributions. */
export async function missingForBudgets(view: View, processId: string): Promise<("amount" | "voting")[]> {
	const budgets = await budgetsOf(view, processId);
	return [
		...(budgets.some(({ amountCents }) => amountCents <= 0n) ? (["amount"] as const) : []),
		...(budgets.some(({ voting }) => voting.until === null) ? (["voting"] as const) : []),
	];
}

/** How many budgets were voted on and have no result note yet: all voters get one, and the process waits for it. */
export async function waitingInBudgets(view: View, processId: string): Promise<number> {
	return (await budgetsOf(view, processId)).filter(waitsForResult).length;
}
