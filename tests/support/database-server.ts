import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "~/platform/database/embedded.server";
import { migrate } from "~/platform/database/migrate.server";
import { isRunning } from "~/platform/database/processes.server";

declare module "vitest" {
	interface ProvidedContext {
		databaseServer: { ownerUrl: string; appUrl: string; template: string };
	}
}

const prefix = "gemeinwerk-tests-";
const template = "migrated_template";

/** Nothing here must survive a power cut, so the server need not wait for the disk. */
const fastSettings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };

/**
 * Vitest's global setup: one PostgreSQL for this run, in its own temporary folder and on its own port, with a migrated
 * database to copy from. Runs in parallel do not know of each other.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	await removeAbandoned();
	const dataDir = await mkdtemp(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
	await chmod(dataDir, 0o711); // as root the server runs as another user, who has to get in
	const server = await start(dataDir);
	const owner = new pg.Client({ connectionString: server.ownerUrl });
	await owner.connect();
	await owner.query(`CREATE DATABASE ${template}`);
	await migrate(inDatabase(server.ownerUrl, template), server.appUrl);
	await owner.end();
	project.provide("databaseServer", { ownerUrl: server.ownerUrl, appUrl: server.appUrl, template });
	return async () => {
		await server.stop();
		await remove(dataDir, server.folder);
	};
}

function start(dataDir: string) {
	return startEmbedded({
		dataDir,
		purpose: "house",
		settings: fastSettings,
		onUnexpectedEnd: () => console.error("The test database ended unexpectedly."),
	});
}

/** Stops servers and removes folders of runs that were killed. */
async function removeAbandoned(): Promise<void> {
	for (const name of await readdir(os.tmpdir())) {
		if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length).split("-")[0]))) continue;
		const dataDir = path.join(os.tmpdir(), name);
		try {
			const server = await start(dataDir);
			await server.stop();
			await remove(dataDir, server.folder);
		} catch {
			// somebody else's, or being removed by another run
		}
	}
}

async function remove(dataDir: string, folder: string): Promise<void> {
	await rm(dataDir, { recursive: true, force: true });
	await rm(folder, { recursive: true, force: true });
}

export function inDatabase(url: string, name: string): string {
	const changed = new URL(url);
	changed.pathname = `/${name}`;
	return changed.href;
}
