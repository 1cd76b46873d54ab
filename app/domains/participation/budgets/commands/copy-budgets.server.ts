import type { ActWorld } from "~/platform/act.server";
import { copyBox } from "../../ballots/index.server";
import { makeBudget } from "./set-up.server";

/**
 * Lays the budgets of a process out again in another, inside the act that makes it: amount, way of voting and rule, not
 * frozen. Projects are of their year and stay where they are.
 */
export async function copyBudgets(world: ActWorld, { from, to }: { from: string; to: string }): Promise<boolean> {
	const budgets = await world.db.budget.findMany({
		where: { box: { processId: from } },
		orderBy: { box: { position: "asc" } },
	});
	for (const { id: original, ...frame } of budgets) {
		const { id } = await makeBudget(world, to);
		await copyBox(world, { from: original, to: id });
		await world.db.budget.update({ where: { id }, data: frame });
	}
	return budgets.length > 0;
}
