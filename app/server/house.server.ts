import { connect, disconnect } from "~/platform/database/client.server";
import { type EmbeddedDatabase, startEmbedded } from "~/platform/database/embedded.server";
import { externalDatabase } from "~/platform/database/external.server";
import { migrate } from "~/platform/database/migrate.server";
import type { Env } from "~/platform/env.server";
import { completeFirstStart } from "./first-start.server";
import { introduceDomains } from "./manifests.server";

export type House = {
	/** Connections, for those who need their own (LISTEN, migrations, checks by the owner). */
	urls: { ownerUrl: string; appUrl: string };
	/** Folder outside DATA_DIR where the database had to go, to be named at start. */
	elsewhere: string | undefined;
	/** Closes the connections and ends the embedded database. */
	close(): Promise<void>;
};

export type Opening = {
	/** `house` serves people and is alone on its data folder; `command` may join it. */
	purpose: "house" | "command";
	/** Called once when the embedded database ends by itself. */
	onDatabaseEnd: () => void;
	/**
	 * How far to go: `complete` (the default) with the first-start steps, `migrated` without them, `database` only starts
	 * the server, without migrations and connections (for commands that begin anew).
	 */
	until?: "database" | "migrated" | "complete";
};

/**
 * Opens database, migrations and connections, and completes a first start.
 * @returns the open house; close it exactly once
 * @throws StartRefusal with one German sentence when something must be mended first
 */
export async function openHouse(env: Env, { purpose, onDatabaseEnd, until = "complete" }: Opening): Promise<House> {
	introduceDomains();
	const embedded = await openEmbedded(env, purpose, onDatabaseEnd);
	try {
		const urls = embedded ?? (await externalDatabase(env));
		if (until !== "database") await openTables(urls);
		if (until === "complete") await completeFirstStart(env, urls);
		return {
			urls,
			elsewhere: embedded?.elsewhere,
			async close() {
				await disconnect();
				await embedded?.stop();
			},
		};
	} catch (error) {
		await disconnect();
		await embedded?.stop();
		throw error;
	}
}

/** Migrates and connects; the caller disconnects. */
export async function openTables(urls: House["urls"]): Promise<void> {
	await migrate(urls.ownerUrl, urls.appUrl);
	connect(urls.appUrl);
}

async function openEmbedded(
	env: Env,
	purpose: Opening["purpose"],
	onUnexpectedEnd: () => void,
): Promise<EmbeddedDatabase | undefined> {
	if (env.DATABASE_URL) return undefined;
	return startEmbedded({ dataDir: env.DATA_DIR, purpose, onUnexpectedEnd });
}
