import type { Env } from "~/platform/env.server";

export type Worker = { stop(): Promise<void> };

/** Placeholder, replaced at merge. */
export async function startWorker(_env: Env): Promise<Worker> {
	return { stop: async () => undefined };
}
