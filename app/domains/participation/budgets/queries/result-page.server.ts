import type { BudgetCount } from "~/domains/counting";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { fewestPublished } from "../../ballots/ballot";
import { mayReadResult } from "../../ballots/index.server";
import type { Comparison } from "../commands/count.server";
import { headOf, publicProject } from "./budget-page.server";
import { type BudgetAddress, budgetAt } from "./find-budget.server";

/** What the count stored; it has one writer, and a result without a method is a broken house. */
function stored<Kept extends BudgetCount | Comparison>(json: Prisma.JsonValue | null): Kept {
	if (json === null || typeof json !== "object") throw new Error("a count without a result");
	return json as unknown as Kept;
}

/** The result of a budget with every step of the count. @throws NotFound before it is counted */
export async function resultPage(view: View, at: BudgetAddress) {
	const budget = await budgetAt(view, at);
	const counting = await view.db.ballotCounting.findUnique({ where: { boxId: budget.id } });
	if (!counting?.finishedAt || !budget.rule || !mayReadResult(view.actor, budget.process, counting, view.now)) {
		throw new NotFound();
	}
	const voters = counting.voters ?? 0;
	return {
		...headOf(budget, at.place),
		projects: budget.projects.map(publicProject),
		voters,
		rule: budget.rule,
		ruleHash: budget.ruleHash,
		ballotsHash: counting.ballotsHash,
		count: stored<BudgetCount>(counting.result),
		other: stored<Comparison>(counting.other),
		unsettled: counting.unsettled,
		ballotsArePublished: voters >= fewestPublished,
	};
}

export type ResultPage = Awaited<ReturnType<typeof resultPage>>;
