import type { BudgetCount, Election } from "~/domains/counting";
import { countInBackground } from "~/domains/counting/index.server";
import type { World } from "~/platform/world.server";
import { ballotsOf, storeCount } from "../../ballots/index.server";
import { otherRule } from "../budget";
import { budgetById, type FoundBudget, pricesOf, storedPoints } from "../queries/find-budget.server";

/** How the other method would have decided, and how many voters each outcome reaches. */
export type Comparison = { count: BudgetCount; reached: { byRule: number; byOther: number } };

function electionOf(budget: FoundBudget, ballots: Awaited<ReturnType<typeof ballotsOf>>): Election {
	const prices = pricesOf(budget);
	return {
		budget: budget.amountCents,
		unit: 100n,
		projects: budget.projects.flatMap(({ number, exclusionGroup, part }) => {
			const cost = prices.get(String(number));
			return cost === undefined ? [] : [{ id: String(number), cost, exclusionGroup, part }];
		}),
		ballots: ballots.map(({ choice }) => ({ points: storedPoints.parse(choice), voters: 1 })),
	};
}

/** How often the page learns how far a count is, in milliseconds. */
const tellEvery = 1000;

/** Counts a budget beside everything else (job), telling how far it is, and stores the result. Repeatable. */
export async function countBudgetJob(world: World, payload: Record<string, unknown>): Promise<void> {
	const id = String(payload.id);
	const budget = await budgetById(world, id);
	const { rule } = budget;
	if (!rule || budget.count?.finishedAt) return;
	const ballots = await ballotsOf(world, id);
	const election = electionOf(budget, ballots);
	let told = performance.now();
	const result = await countInBackground(election, rule, ({ step }) => {
		if (performance.now() - told < tellEvery) return;
		told = performance.now();
		// A figure on the way, not an act: who misses one sees the next.
		void world.db.ballotCounting.updateMany({ where: { boxId: id }, data: { step } }).catch(() => undefined);
	});
	const other = await countInBackground(election, otherRule(rule, budget.ballot));
	const reached = (count: BudgetCount) =>
		election.ballots.filter(({ points }) => count.funded.some((number) => points[number] !== undefined)).length;
	const comparison: Comparison = { count: other, reached: { byRule: reached(result), byOther: reached(other) } };
	await storeCount(world, {
		id,
		ballots: ballots.map(({ receipt, choice }) => ({ receipt, points: choice })),
		result: { ...result },
		other: { ...comparison },
		facts: { funded: result.funded, spent: result.spent },
	});
}
