import type { Request, Response } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { pool } from "~/platform/database/client.server";

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
	name: "http_request_duration_seconds",
	help: "Duration of HTTP requests by method and status class",
	labelNames: ["method", "status"],
	buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3],
	registers: [registry],
});

const waiting = new Gauge({
	name: "outbox_waiting",
	help: "Rows that still have to leave: events, mails",
	labelNames: ["queue"],
	registers: [registry],
	async collect() {
		const { rows } = await pool().query<{ queue: string; count: string }>(`
			SELECT 'event' AS queue, count(*) FROM outbox WHERE handled_at IS NULL
			UNION ALL SELECT 'mail', count(*) FROM mail WHERE sent_at IS NULL AND failed_at IS NULL
			UNION ALL SELECT 'failed-mail', count(*) FROM mail WHERE failed_at IS NOT NULL`);
		for (const { queue, count } of rows) this.set({ queue }, Number(count));
	},
});

/** Counts what the worker did, by name and result. */
export const workDone = new Counter({
	name: "work_done_total",
	help: "Jobs and sweeps by name and result",
	labelNames: ["name", "result"],
	registers: [registry],
});

export function countRequest(request: Request, response: Response): void {
	const stop = requests.startTimer({ method: request.method });
	response.once("finish", () => stop({ status: `${Math.floor(response.statusCode / 100)}xx` }));
}

export async function metricsText(): Promise<string> {
	void waiting;
	return registry.metrics();
}
