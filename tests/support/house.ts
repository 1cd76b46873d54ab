import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = resolve(import.meta.dirname, "../..");
const logs = join(root, "test-results/houses");

/** Half a minute on an idle machine, with the build and the demonstration; others may be busy. */
const patience = 300_000;

/** What would lead the house under test to somebody's real database or mail server. */
const neverInherited = ["DATABASE_URL", "MIGRATE_DATABASE_URL", "SMTP_URL", "TSA_URL", "AUDIT_ANCHOR_MAIL"];

/** A running production build: its address, the variables that differ from ours, how long the start took (seconds). */
type House = { url: string; environment: Record<string, string>; seconds: number; stop: () => Promise<void> };

/** The data of a house that was started once with the demonstration and ended again; houses work on copies of it. */
type Prepared = {
	folder: string;
	/** What `npm run demo:accounts` prints. */
	accounts: string;
	seconds: number;
	remove: () => void;
};

/**
 * Lets a house start for the first time, which takes longest, once for all copies.
 * @param ask what is asked of the running house, by the variables that lead to it
 * @throws {Error} with the end of its output, when it ends or is not ready within five minutes
 */
export async function prepareHouse(ask: (environment: Record<string, string>) => Promise<string>): Promise<Prepared> {
	const folder = newFolder(tmpdir());
	const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	try {
		const house = await start(folder);
		const accounts = await Promise.all([ask(house.environment), untilQuiet(house.url, Date.now() + patience)])
			.then(([answer]) => answer)
			.finally(() => end(house.child));
		return { folder, accounts, seconds: house.seconds, remove };
	} catch (error) {
		remove();
		throw error;
	}
}

/**
 * Starts a house of its own on a free port, in an empty folder or on a copy of prepared data, which lies beside these so
 * that it goes with them in any case; stopping it removes the folder.
 * @param more variables to set beyond what a house under test has
 * @throws {Error} with the end of its output, when it ends or is not ready within five minutes
 */
export async function startHouse(more: Record<string, string> = {}, prepared?: string): Promise<House> {
	const folder = newFolder(prepared ?? tmpdir());
	const remove = () => rmSync(folder, { recursive: true, force: true });
	try {
		// with owners: as root the database belongs to another user
		if (prepared) execFileSync("cp", ["-a", join(prepared, "data"), folder]);
		const { child, ...house } = await start(folder, more);
		return { ...house, stop: () => end(child).finally(remove) };
	} catch (error) {
		remove();
		throw error;
	}
}

function newFolder(within: string): string {
	const folder = mkdtempSync(join(within, "gemeinwerk-e2e-"));
	// As root the database runs as another user, who must be able to walk in.
	chmodSync(folder, 0o711);
	return folder;
}

/**
 * Starts the production build as `npm start` does, with the demonstration and a clock that tests may set; what it prints
 * goes to test-results/houses/PORT.log.
 */
async function start(folder: string, more: Record<string, string> = {}) {
	const began = Date.now();
	const port = await freePort();
	const url = `http://localhost:${port}`;
	const environment = {
		NODE_ENV: "production",
		HOST: "127.0.0.1",
		PORT: String(port),
		BASE_URL: url,
		DATA_DIR: join(folder, "data"),
		DEMO: "1",
		// council systems of tests lie on this machine
		OUTGOING_HOSTS: "127.0.0.1",
		TEST_CLOCK: "1",
		...more,
	};
	mkdirSync(logs, { recursive: true });
	const output = join(logs, `${port}.log`);
	const log = openSync(output, "w");
	const child = spawn(process.execPath, ["app/server/start.mjs"], {
		cwd: root,
		env: environmentWith(environment),
		stdio: ["ignore", log, log],
		detached: true,
	});
	closeSync(log);
	// a worker that is broken off must not leave its house behind
	const leave = () => child.kill("SIGTERM");
	process.once("exit", leave);
	child.once("exit", () => process.off("exit", leave));
	try {
		await untilReady(child, url, output, began + patience);
	} catch (error) {
		await end(child);
		throw error;
	}
	return { child, url, environment, seconds: Math.round((Date.now() - began) / 1000) };
}

/**
 * The environment for the house under test and for commands about it (`npm run demo:accounts`).
 * @param more what differs from ours, e.g. `House.environment`
 */
export function environmentWith(more: Record<string, string>): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !neverInherited.includes(name));
	return { ...Object.fromEntries(inherited), ...more };
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const address = probe.address();
	probe.close();
	await once(probe, "close");
	if (address === null || typeof address === "string") throw new Error("No free port.");
	return address.port;
}

async function untilReady(house: ChildProcess, url: string, output: string, deadline: number): Promise<void> {
	let lately = "no answer";
	while (Date.now() < deadline) {
		if (house.exitCode !== null || house.signalCode !== null) {
			throw new Error(
				`The house ended before it was ready (${house.exitCode ?? house.signalCode}).\n${lastWords(output)}`,
			);
		}
		try {
			const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
			if (answer.ok) return;
			lately = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
		} catch (error) {
			lately = error instanceof Error ? error.message : String(error);
		}
		await sleep(200);
	}
	throw new Error(`The house is not ready after five minutes: ${lately}\n${lastWords(output)}`);
}

/** Until whoever was to be told of the demonstration is told; otherwise every copy would begin with that. */
async function untilQuiet(url: string, deadline: number): Promise<void> {
	while (Date.now() < deadline) {
		const metrics = await (await fetch(`${url}/metrics`)).text();
		const waiting = [...metrics.matchAll(/^outbox_waiting\{queue="(?:event|mail)"\} (\d+)$/gm)];
		if (waiting.length === 2 && waiting.every(([, count]) => count === "0")) return;
		await sleep(200);
	}
	throw new Error("The demonstration still has messages to send after five minutes.");
}

function lastWords(output: string): string {
	return readFileSync(output, "utf8").split("\n").slice(-30).join("\n");
}

/** SIGTERM, and after 20 seconds SIGKILL to the process group that we started ourselves. */
async function end(house: ChildProcess): Promise<void> {
	if (house.pid === undefined || house.exitCode !== null || house.signalCode !== null) return;
	const ended = once(house, "exit");
	house.kill("SIGTERM");
	const late = await Promise.race([ended.then(() => false), sleep(20_000, true, { ref: false })]);
	if (!late) return;
	process.kill(-house.pid, "SIGKILL");
	await ended;
	console.error("The house did not end within 20 seconds of SIGTERM.");
}
