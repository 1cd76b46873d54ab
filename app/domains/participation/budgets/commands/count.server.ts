import type { BudgetCount, Election } from "~/domains/counting";
import { countInBackground } from "~/domains/counting/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import type { View, World } from "~/platform/world.server";
import { otherRule } from "../budget";
import { fingerprint } from "../lot.server";
import { budgetById, type FoundBudget, pricesOf, storedPoints } from "../queries/find-budget.server";
import { lockedBudget } from "./set-up.server";

/** How the other method would have decided, and how many voters each outcome reaches. */
export type Comparison = { count: BudgetCount; reached: { byRule: number; byOther: number } };

/** Begins the count once voting is over: records it and hands the work to the worker. Only the house does that. */
const beginCount = command(
	"participation.begin-budget-count",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "not-over" | "begun-already">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const budget = await lockedBudget(world, id);
		if (budget.state !== "closed") return refused("not-over");
		const { count } = await world.db.budgetCounting.createMany({
			data: [{ budgetId: id, startedAt: world.now }],
			skipDuplicates: true,
		});
		if (count === 0) return refused("begun-already");
		world.later({ name: "participation.count-budget", payload: { budgetId: id } });
		world.record({
			type: "participation.budget.count-began",
			subject: { kind: "budget", id },
			ownerId: budget.organisationId,
		});
		return done(null);
	},
);

/**
 * Begins the counts that came due: frozen budgets whose last phase with voting is over, also when late.
 * @returns how many were begun
 */
export async function beginDueCounts(world: World): Promise<number> {
	const due = await world.db.budget.findMany({
		where: {
			frozenAt: { not: null },
			count: null,
			process: {
				publishedAt: { lte: world.now },
				phases: {
					some: { switches: { has: "vote" } },
					none: { switches: { has: "vote" }, closesAt: { gt: world.now } },
				},
			},
		},
		select: { id: true },
		orderBy: { id: "asc" },
		take: 100,
	});
	let begun = 0;
	for (const { id } of due) begun += (await beginCount(world, { id })).done ? 1 : 0;
	return begun;
}

/** All ballots in the order of their random receipts: that order says nothing about when they came. */
export function ballotsOf(view: Pick<View, "db">, budgetId: string) {
	return view.db.budgetBallot.findMany({
		where: { budgetId },
		orderBy: { receipt: "asc" },
		select: { receipt: true, points: true },
	});
}

function electionOf(budget: FoundBudget, ballots: Awaited<ReturnType<typeof ballotsOf>>): Election {
	const prices = pricesOf(budget);
	return {
		budget: budget.amountCents,
		unit: 100n,
		projects: budget.projects.flatMap(({ number, exclusionGroup }) => {
			const cost = prices.get(String(number));
			return cost === undefined ? [] : [{ id: String(number), cost, exclusionGroup }];
		}),
		ballots: ballots.map(({ points }) => ({ points: storedPoints.parse(points), voters: 1 })),
	};
}

/** Stores the result, once; a second count of the same ballots changes nothing. */
const storeCount = command(
	"participation.store-budget-count",
	async (
		world: ActWorld,
		input: { id: string; voters: number; result: BudgetCount; other: Comparison; ballotsHash: string },
	): Promise<Outcome<null, "counted-already">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const budget = await budgetById(world, input.id);
		const { count } = await world.db.budgetCounting.updateMany({
			where: { budgetId: input.id, finishedAt: null },
			data: {
				finishedAt: world.now,
				voters: input.voters,
				result: { ...input.result },
				other: { ...input.other },
				ballotsHash: input.ballotsHash,
			},
		});
		if (count === 0) return refused("counted-already");
		world.record({
			type: "participation.budget.counted",
			subject: { kind: "budget", id: input.id },
			ownerId: budget.organisationId,
			facts: {
				voters: input.voters,
				ballotsHash: input.ballotsHash,
				ruleHash: budget.ruleHash,
				funded: input.result.funded,
				spent: input.result.spent,
			},
		});
		return done(null);
	},
);

/** How often the page learns how far a count is, in milliseconds. */
const tellEvery = 1000;

/** Counts a budget beside everything else (job), telling how far it is, and stores the result. Repeatable. */
export async function countBudgetJob(world: World, { budgetId }: Record<string, unknown>): Promise<void> {
	const id = String(budgetId);
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
		void world.db.budgetCounting.updateMany({ where: { budgetId: id }, data: { step } }).catch(() => undefined);
	});
	const other = await countInBackground(election, otherRule(rule, budget.ballot));
	const reached = (count: BudgetCount) =>
		election.ballots.filter(({ points }) => count.funded.some((number) => points[number] !== undefined)).length;
	await storeCount(world, {
		id,
		voters: ballots.length,
		result,
		other: { count: other, reached: { byRule: reached(result), byOther: reached(other) } },
		ballotsHash: fingerprint(ballots),
	});
}
