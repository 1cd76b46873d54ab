import { Logger, run, type TaskList } from "graphile-worker";
import { house } from "~/platform/actor";
import { anchorChains } from "~/platform/audit-anchor.server";
import { now } from "~/platform/clock.server";
import { database, pool } from "~/platform/database/client.server";
import { log } from "~/platform/log.server";
import { manifests } from "~/platform/manifest.server";
import type { World } from "~/platform/world.server";
import { handleEvent, handleForgottenEvents } from "./events.server";
import { workDone } from "./metrics.server";
import { retainEverywhere } from "./personal-data.server";

/** How often what is due is looked for. */
const sweepEvery = 30_000;

let running = false;

/** The house itself at this moment, for jobs and sweeps. */
function houseWorld(): World {
	return { db: database(), actor: house, now: now(), locale: "de" };
}

export type Worker = { stop(): Promise<void> };

/** Starts the worker of this process: jobs for "now", and the sweeps over due dates. */
export async function startWorker(): Promise<Worker> {
	const tasks: TaskList = {
		"handle-event": (payload) => handleEvent(houseWorld(), String((payload as { eventId: string }).eventId)),
	};
	for (const manifest of manifests()) {
		for (const [name, job] of Object.entries(manifest.jobs ?? {})) {
			tasks[name] = (payload) => job(houseWorld(), payload as Record<string, unknown>);
		}
	}
	// graphile-worker gives failed jobs back where nobody waits for it: a database that goes must not end us without a word
	process.on("unhandledRejection", unheard);
	const runner = await run({
		pgPool: pool(),
		taskList: tasks,
		concurrency: 2,
		noHandleSignals: true,
		parsedCronItems: [],
		logger: new Logger(() => (level, message) => {
			if (level === "error" || level === "warning") log[level === "error" ? "error" : "warn"](message);
		}),
		pollInterval: 2000,
		preset: { worker: { gracefulShutdownAbortTimeout: 5000 } },
	});
	runner.events.on("job:success", ({ job }) => workDone.inc({ name: job.task_identifier, result: "done" }));
	runner.events.on("job:error", ({ job, error }) => {
		workDone.inc({ name: job.task_identifier, result: "error" });
		log.error({ job: job.task_identifier, id: job.id, attempt: job.attempts, err: error }, "job failed");
	});
	let sweeping: Promise<unknown> = Promise.resolve();
	const timer = setInterval(() => {
		sweeping = sweeping.then(() => sweepNow()).catch((error) => log.error({ err: error }, "sweep failed"));
	}, sweepEvery);
	running = true;
	return {
		/** Stops taking work and waits for what is under way; unfinished jobs go back. */
		async stop() {
			running = false;
			clearInterval(timer);
			await sweeping;
			await runner.stop();
			process.off("unhandledRejection", unheard);
		},
	};
}

function unheard(error: unknown): void {
	log.error({ err: error }, "nobody waited for this");
}

export function workerState(): { ok: boolean } {
	return { ok: running };
}

/**
 * Does everything that is due at the house's time, each sweep by one process at a time; late is no matter.
 * @returns how much each sweep did
 */
export async function sweepNow(): Promise<Record<string, number>> {
	const sweeps: Record<string, (world: World) => Promise<number>> = {
		"forgotten-events": handleForgottenEvents,
		retention: retainEverywhere,
		"audit-anchor": anchorChains,
	};
	for (const manifest of manifests()) Object.assign(sweeps, manifest.sweeps);
	const done: Record<string, number> = {};
	for (const [name, sweep] of Object.entries(sweeps)) {
		const client = await pool().connect();
		try {
			const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock(hashtext($1)) AS mine", [
				`sweep:${name}`,
			]);
			if (!rows[0]?.mine) continue;
			try {
				done[name] = await sweep(houseWorld());
				workDone.inc({ name, result: "done" });
			} catch (error) {
				workDone.inc({ name, result: "error" });
				log.error({ sweep: name, err: error }, "sweep failed");
			} finally {
				await client.query("SELECT pg_advisory_unlock(hashtext($1))", [`sweep:${name}`]);
			}
		} finally {
			client.release();
		}
	}
	return done;
}
