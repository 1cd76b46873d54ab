import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { paperBallots, receiptIn } from "../../ballots/index.server";
import { ballotProblems, costOf } from "../budget";
import { headOf, publicProject } from "./budget-page.server";
import { type BudgetAddress, budgetAt, paperBy, pricesOf, storedPoints } from "./find-budget.server";

/** A voter's ballot paper with what is ticked so far. The secret in the address is the right to see it. @throws NotFound */
export async function ballotPaper(view: View, token: string) {
	const { voter, budget } = await paperBy(view, token);
	const { space } = budget.process.organisation;
	if (!space) throw new NotFound();
	const prices = pricesOf(budget);
	const points = storedPoints.parse(voter.draft ?? {});
	return {
		...headOf(budget, space.slug),
		projects: budget.projects.filter(({ feasibility }) => feasibility === "feasible").map(publicProject),
		points,
		isSaved: voter.draft !== null,
		hasVoted: voter.hasVoted,
		cost: costOf(points, prices),
		given: Object.values(points).reduce((sum, value) => sum + value, 0),
		problems: ballotProblems(budget, prices, points),
	};
}

export type BallotPaper = Awaited<ReturnType<typeof ballotPaper>>;

/** A ballot that was cast, by its receipt: what it holds, and nothing about who cast it. @throws NotFound */
export async function castBallotBy(view: View, at: BudgetAddress & { receipt: string }) {
	const budget = await budgetAt(view, at);
	const receipt = await receiptIn(view, budget.id, at.receipt);
	if (!receipt) throw new NotFound();
	const { choice } = await view.db.castBallot.findUniqueOrThrow({ where: { receipt }, select: { choice: true } });
	const points = storedPoints.parse(choice);
	return {
		...headOf(budget, at.place),
		receipt,
		chosen: budget.projects.flatMap(({ number, title, costCents }) => {
			const given = points[String(number)];
			return given === undefined ? [] : [{ number, title, costCents, points: given }];
		}),
	};
}

/** What those who type in paper ballots need. @throws NotFound, Forbidden */
export async function papersPage(view: View, at: BudgetAddress) {
	const budget = await budgetAt(view, at);
	return {
		budget: headOf(budget, at.place),
		projects: budget.projects.filter(({ feasibility }) => feasibility === "feasible").map(publicProject),
		papers: await paperBallots(view, budget),
	};
}
