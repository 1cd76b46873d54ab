import express, { type Router } from "express";
import { now, setClock } from "~/platform/clock.server";
import { pool } from "~/platform/database/client.server";
import { isMigrated } from "~/platform/database/migrate.server";
import { env } from "~/platform/env.server";
import { originOf } from "~/platform/http/origin.server";
import { instance } from "./instance.server";
import { metricsText } from "./metrics.server";
import { doorWords, mayLookInside } from "./operator-door.server";
import { sweepNow, workerState } from "./worker.server";

/** Pages for those who run the house; plain data without personal text. */
export function healthRoutes(): Router {
	const router = express.Router();
	router.get("/health/live", (_request, response) => {
		response.json({ live: true, ...instance });
	});
	router.get("/health/ready", async (_request, response) => {
		const checks = await readiness();
		// Mail that waits is told, but it is no reason to turn people away.
		const ready = checks.database.ok && checks.migrations.ok && checks.worker.ok;
		response.status(ready ? 200 : 503).json({ ready, ...instance, checks });
	});
	router.use(["/health/proxy", "/metrics"], (request, response, next) => {
		if (mayLookInside(request, env())) return next();
		return response.status(403).type("text/plain; charset=utf-8").send(`${doorWords}\n`);
	});
	/** What a TLS proxy in front gets wrong is told here, before every form answers 400. */
	router.get("/health/proxy", (request, response) => {
		const problems: string[] = [];
		const seen = `${request.protocol}://${request.get("host")}`;
		const expected = originOf(request);
		if (seen !== expected) {
			problems.push(
				`Diese Anfrage kommt als ${seen} an, BASE_URL ist ${expected}. Der Proxy muss Host und X-Forwarded-Proto durchreichen, TRUST_PROXY muss ihn nennen.`,
			);
		}
		if (request.get("x-forwarded-for") && !env().TRUST_PROXY) {
			problems.push(
				"Ein Proxy schickt X-Forwarded-For, aber TRUST_PROXY ist nicht gesetzt: Anfragen lassen sich niemandem zuordnen.",
			);
		}
		response.json({ ok: problems.length === 0, seen, expected, trustProxy: env().TRUST_PROXY ?? null, problems });
	});
	router.get("/metrics", async (_request, response) => {
		response.type("text/plain; version=0.0.4").send(await metricsText());
	});
	if (env().TEST_CLOCK) {
		router.get("/health/test-clock", (_request, response) => {
			response.json({ now: now().toISOString() });
		});
		router.put("/health/test-clock", express.json(), async (request, response) => {
			setClock(new Date(String(request.body.now)));
			response.json({ now: now().toISOString(), done: await sweepNow() });
		});
	}
	return router;
}

type Check = { ok: boolean; detail?: string | number };

async function readiness(): Promise<Record<"database" | "migrations" | "worker" | "mail", Check>> {
	try {
		const anHourAgo = new Date(now().getTime() - 60 * 60 * 1000);
		const { rows } = await pool().query<{ waiting: string }>(
			"SELECT count(*) AS waiting FROM mail WHERE sent_at IS NULL AND failed_at IS NULL AND created_at < $1",
			[anHourAgo],
		);
		const waiting = Number(rows[0]?.waiting ?? 0);
		return {
			database: { ok: true },
			migrations: { ok: await isMigrated((sql) => pool().query(sql)) },
			worker: env().MAINTENANCE === "read-only" ? { ok: true, detail: "read-only" } : workerState(),
			mail: { ok: waiting === 0, detail: waiting },
		};
	} catch {
		const unknown = { ok: false, detail: "database" };
		return { database: { ok: false }, migrations: unknown, worker: unknown, mail: unknown };
	}
}
