import path from "node:path";
import { Worker } from "node:worker_threads";
import type { BudgetRule } from "./budget-rule.ts";
import type { BudgetCount } from "./count-budget.ts";
import type { Election } from "./election.ts";
import type { SharesProgress } from "./equal-shares.ts";

/** From the root of the house, which start.mjs makes the working folder. */
const thread = path.resolve("app/domains/counting/count-thread.server.ts");

/**
 * Counts beside everything else, in a thread of its own.
 * @param progress told about each further share, as it comes
 * @throws what the count throws (RangeError for what cannot be counted)
 */
export function countInBackground(
	election: Election,
	rule: BudgetRule,
	progress: (at: SharesProgress) => void = () => undefined,
): Promise<BudgetCount> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(thread, { workerData: { election, rule } });
		worker.on("message", (message: { count: BudgetCount } | { progress: SharesProgress }) => {
			if ("count" in message) resolve(message.count);
			else progress(message.progress);
		});
		worker.on("error", reject);
		worker.on("exit", () => reject(new Error("the count ended without a result")));
	});
}
