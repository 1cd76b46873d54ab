// Runs in a thread of its own (count-in-background.server.ts), so that a long count holds nobody up. Node runs this file as it is.
import { parentPort, workerData } from "node:worker_threads";
import type { BudgetRule } from "./budget-rule.ts";
import { countBudget } from "./count-budget.ts";
import type { Election } from "./election.ts";

const { election, rule }: { election: Election; rule: BudgetRule } = workerData;
parentPort?.postMessage({
	count: countBudget(election, rule, (progress) => parentPort?.postMessage({ progress })),
});
