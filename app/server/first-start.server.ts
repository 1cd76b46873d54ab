import type { Env } from "~/platform/env.server";

type FirstStartStep = { name: string; run: (env: Env) => Promise<void> };

/**
 * What happens after the migrations at every start, in this order. Each step looks itself whether its work is done and
 * then returns at once; a step killed in the middle must be able to run again.
 */
const steps: FirstStartStep[] = [];

/** Runs the steps; an error of one stops the start. */
export async function completeFirstStart(env: Env): Promise<void> {
	for (const step of steps) await step.run(env);
}
