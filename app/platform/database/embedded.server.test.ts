import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "./embedded.server";
import { beginning, isRunning } from "./processes.server";

let dataDir: string;
let server: EmbeddedDatabase | undefined;
const ended = vi.fn();

beforeEach(async () => {
	dataDir = await mkdtemp(path.join(os.tmpdir(), "gemeinwerk-embedded-"));
	await chmod(dataDir, 0o711);
	ended.mockClear();
});
afterEach(async () => {
	const folder = server?.folder;
	await server?.stop();
	server = undefined;
	await rm(dataDir, { recursive: true, force: true });
	if (folder) await rm(folder, { recursive: true, force: true });
});

async function start(purpose: "house" | "command" = "house") {
	server = await startEmbedded({ dataDir, purpose, onUnexpectedEnd: ended, settings: { fsync: "off" } });
	return server;
}

async function ask(url: string, sql: string) {
	const client = new pg.Client({ connectionString: url });
	client.on("error", () => undefined);
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

const cluster = (database: EmbeddedDatabase) => path.join(database.folder, "cluster");

async function serverProcess(database: EmbeddedDatabase): Promise<number> {
	return Number((await readFile(path.join(cluster(database), "postmaster.pid"), "utf8")).split("\n")[0]);
}

describe("the embedded database", () => {
	it("starts with German sorting, keeps its data and its port, and is closed to strangers", async () => {
		const first = await start();
		await ask(
			first.ownerUrl,
			"CREATE TABLE kept (word text); INSERT INTO kept VALUES ('ofen'), ('Öl'), ('Äpfel'), ('apfel')",
		);
		const wrong = new URL(first.ownerUrl);
		wrong.password = "password";
		await expect(ask(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
		expect(await ask(first.ownerUrl, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
		await first.stop();
		expect(ended).not.toHaveBeenCalled();

		const second = await start();
		expect(second.port).toBe(first.port);
		const rows = await ask(second.ownerUrl, "SELECT word FROM kept ORDER BY word");
		expect(rows.map(({ word }) => word)).toEqual(["apfel", "Äpfel", "ofen", "Öl"]);
	});

	it("is taken over when its house was killed", async () => {
		const first = await start();
		const pid = await serverProcess(first);
		await rm(path.join(dataDir, "postgres-lease.json")); // what a killed process leaves counts as nothing
		const second = await start();
		expect(await serverProcess(second)).toBe(pid);
		await second.stop();
		expect(isRunning(pid)).toBe(false);
	});

	it("recovers after a kill of the database, which its house notices", async () => {
		const first = await start();
		await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 1 AS one");
		process.kill(await serverProcess(first), "SIGKILL");
		await expect.poll(() => ended.mock.calls.length).toBe(1);
		expect(existsSync(path.join(cluster(first), "postmaster.pid"))).toBe(true);
		const second = await start();
		expect(await ask(second.ownerUrl, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
	});

	it("removes a lock whose number now belongs to another program", async () => {
		const first = await start();
		await first.stop();
		await writeFile(
			path.join(cluster(first), "postmaster.pid"),
			`${process.pid}\n${cluster(first)}\n0\n${first.port}\n\n127.0.0.1\n0\nready\n`,
		);
		const second = await start();
		expect(await ask(second.ownerUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
	});

	it("is used by one house at a time; a command joins it and leaves it running", async () => {
		const house = await start();
		const other = { pid: process.ppid, beginning: beginning(process.ppid), purpose: "house" };
		const lease = path.join(dataDir, "postgres-lease.json");
		const ours = await readFile(lease, "utf8");
		await writeFile(lease, JSON.stringify(other));
		await expect(start()).rejects.toThrow(/läuft schon mit dem Datenordner/);
		const command = await startEmbedded({ dataDir, purpose: "command", onUnexpectedEnd: ended });
		await command.stop();
		expect(await ask(house.ownerUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
		await writeFile(lease, JSON.stringify({ ...other, beginning: "an earlier process with this number" }));
		await expect(start()).resolves.toBeDefined();
		await writeFile(lease, ours);
	});

	it("finishes a first start that was killed in the middle", async () => {
		await mkdir(path.join(dataDir, "postgres/cluster-draft-1"), { recursive: true });
		await writeFile(path.join(dataDir, "postgres/cluster-draft-1/half"), "");
		await writeFile(path.join(dataDir, "postgres-lease.json"), '{"pid":');
		await writeFile(path.join(dataDir, "postgres-guard.json"), "");
		const { folder } = await start();
		expect(await readdir(folder)).toEqual(["cluster"]);
	});

	it("moves to another port when its own is taken", async () => {
		const first = await start();
		await first.stop();
		const { createServer } = await import("node:net");
		const squatter = createServer().listen(first.port, "127.0.0.1");
		await sleep(50);
		const second = await start();
		expect(second.port).not.toBe(first.port);
		squatter.close();
	});

	it("says in one sentence that the data belong to another version or the password is lost", async () => {
		const first = await start();
		await first.stop();
		const version = path.join(cluster(first), "PG_VERSION");
		await writeFile(version, "17\n");
		await expect(start()).rejects.toThrow(/gehört zu PostgreSQL 17, mitgeliefert ist 18/);
		await writeFile(version, "18\n");
		await writeFile(path.join(dataDir, "postgres-password"), "x".repeat(43));
		await expect(start()).rejects.toThrow(/Kennwort der mitgelieferten Datenbank/);
	});
});
