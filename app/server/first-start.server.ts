import pg from "pg";
import { z } from "zod";
import { loadFormRules, loadTemplates } from "~/domains/agreements/index.server";
import { house } from "~/platform/actor";
import { now } from "~/platform/clock.server";
import { connect, database, disconnect } from "~/platform/database/client.server";
import { migrate } from "~/platform/database/migrate.server";
import type { Env } from "~/platform/env.server";
import { readSetting, writeSetting } from "~/platform/settings.server";
import { loadDemonstration } from "../../prisma/seed/demonstration/load.server";
import { emptyDatabase } from "./empty-database.server";

const setting = "demonstration";
const state = z.object({ state: z.enum(["loading", "loaded"]), at: z.iso.datetime() });

type Urls = { ownerUrl: string; appUrl: string };

/**
 * Loads the rules of form that agreements rest on, as far as they are not there yet.
 * Loads the demonstration into an empty database, once; with DEMO only. A loading that was killed begins again from the
 * start: until it is loaded, nothing of anybody is in there. A database that is in use is left as it is. Who comes while
 * another process is loading waits for it.
 */
export async function completeFirstStart(env: Env, urls: Urls): Promise<void> {
	await loadRules();
	if (!env.DEMO || (await readSetting(database(), setting, state))?.state === "loaded") return;
	const loader = new pg.Client({ connectionString: urls.ownerUrl });
	await loader.connect();
	try {
		const lock = "hashtext('demonstration')";
		const { rows } = await loader.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${lock}) AS free`);
		if (!rows[0]?.free) {
			console.error("Die Vorführung wird gerade von einem anderen Prozess geladen. Bitte warten …");
			await loader.query(`SELECT pg_advisory_lock(${lock})`);
		}
		await loadOnce(urls);
	} finally {
		await loader.end();
	}
}

async function loadOnce(urls: Urls): Promise<void> {
	const found = await readSetting(database(), setting, state);
	if (found?.state === "loaded") return;
	if (found) {
		await disconnect();
		await emptyDatabase(urls);
		await migrate(urls.ownerUrl, urls.appUrl);
		connect(urls.appUrl);
		await loadRules();
	} else if ((await database().organisation.count()) > 0) return;
	console.log("Die Vorführung wird geladen …");
	await writeSetting(database(), setting, { state: "loading", at: now().toISOString() });
	await loadDemonstration(database(), now());
	await writeSetting(database(), setting, { state: "loaded", at: now().toISOString() });
}

async function loadRules(): Promise<void> {
	const world = { db: database(), actor: house, now: now(), locale: "de" } as const;
	await loadFormRules(world);
	await loadTemplates(world);
}

/** For how many days the demonstration has been lying there, or null when there is none. */
export async function demonstrationAge(): Promise<number | null> {
	const found = await readSetting(database(), setting, state);
	return found ? Math.floor((now().getTime() - new Date(found.at).getTime()) / 86_400_000) : null;
}
