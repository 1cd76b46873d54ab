import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recall } from "~/platform/database/embedded-memory.server";
import { readLock } from "~/platform/database/embedded-postmaster.server";
import { isRunning } from "~/platform/database/processes.server";

/**
 * The whole program as an operator sees it: its own process, its own data folder, its output. Without the demonstration,
 * whose loading the end-to-end tests begin with.
 */
let dataDir: string;
beforeAll(async () => {
	dataDir = await mkdtemp(path.join(os.tmpdir(), "gemeinwerk-start-"));
	await chmod(dataDir, 0o711);
});
afterAll(async () => {
	await rm(databaseFolder(), { recursive: true, force: true });
	await rm(dataDir, { recursive: true, force: true });
});

function program(args: string[] = [], variables: Record<string, string> = {}) {
	const { PATH, HOME, TMPDIR } = process.env; // nothing of the test run itself
	const child = spawn(process.execPath, ["app/server/start.mjs", ...args], {
		env: { PATH, HOME, TMPDIR, PORT: "0", DATA_DIR: dataDir, DEMO: "0", ...variables },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (piece: Buffer) => {
			output += piece.toString();
		});
	}
	const exit = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
	return { child, exit, output: () => output };
}

async function running(): Promise<{
	child: ChildProcess;
	exit: Promise<number | null>;
	address: string;
	output: () => string;
}> {
	const started = program();
	const up = () => started.output().includes("Gemeinwerk läuft: ");
	await expect.poll(() => up() || started.child.exitCode !== null).toBe(true);
	expect(started.output()).toMatch(/Gemeinwerk läuft: /);
	const address = /Gemeinwerk läuft: (\S+)/.exec(started.output())?.[1] ?? "";
	return { ...started, address };
}

function databaseFolder(): string {
	return recall(dataDir).folder ?? path.join(dataDir, "postgres");
}

const databaseProcess = () => readLock(path.join(databaseFolder(), "cluster"))?.pid ?? 0;

describe("the program", () => {
	it("starts from nothing, answers, and ends cleanly at SIGTERM with its database", async () => {
		const house = await running();
		expect((await fetch(`${house.address}/health/live`)).status).toBe(200);
		const pid = databaseProcess();
		house.child.kill("SIGTERM");
		expect(await house.exit).toBe(0);
		expect(isRunning(pid)).toBe(false);
	});

	it("recovers after kill -9 of itself, and keeps a second one away", async () => {
		const killed = await running();
		killed.child.kill("SIGKILL");
		await killed.exit;
		const house = await running();
		const second = program();
		expect(await second.exit).toBe(1);
		expect(second.output().trim().split("\n")).toHaveLength(1);
		expect(second.output()).toMatch(/läuft schon mit dem Datenordner/);
		const command = program(["db:migrate"]);
		expect(await command.exit).toBe(0);
		expect((await fetch(`${house.address}/health/live`)).status).toBe(200);
		house.child.kill("SIGINT");
		expect(await house.exit).toBe(0);
	});

	it("ends with a sentence when its database is killed, and recovers at the next start", async () => {
		const house = await running();
		process.kill(databaseProcess(), "SIGKILL");
		expect(await house.exit).toBe(1);
		expect(house.output()).toMatch(/Die Datenbank wurde unerwartet beendet/);
		const next = await running();
		next.child.kill("SIGTERM");
		expect(await next.exit).toBe(0);
	});

	it("says in one sentence that its port is taken, a variable is wrong, or the machine's Node is too old", async () => {
		const squatter = createServer();
		const port = await new Promise<number>((resolve) =>
			squatter.listen(0, "127.0.0.1", () => {
				const address = squatter.address();
				resolve(address !== null && typeof address === "object" ? address.port : 0);
			}),
		);
		const cases: [Record<string, string>, RegExp][] = [
			[{ PORT: String(port) }, new RegExp(`Der Port ${port} ist schon belegt`)],
			[{ SEAL_P12: "/nirgends.p12" }, /SEAL_P12=\/nirgends\.p12 ist nicht lesbar/],
			[{ SMTP_URL: "mail" }, /SMTP_URL ist nicht brauchbar/],
			[{ npm_config_user_agent: "npm/9.2.0 node/v18.19.0 linux x64" }, /braucht Node\.js 20\.19/],
		];
		for (const [variables, sentence] of cases) {
			const refused = program([], variables);
			expect(await refused.exit).toBe(1);
			expect(refused.output()).toMatch(sentence);
			expect(refused.output().trim().split("\n")).toHaveLength(1);
		}
		squatter.close();
	});
});
