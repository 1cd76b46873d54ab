// `npm run bench`: each page of cases.ts in the production build beside a bare server with the same SQL, in turns, so that
// both meet the same machine. Prints a Markdown table. Times are milliseconds.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createServer } from "vite";
import { startHouse } from "../support/house.ts";
import { type Case, cases } from "./cases.ts";
import { countingByShares } from "./counting.ts";
import { memoryUnderLoad, thousandIdeas, weightOfFirstVisit } from "./facts.ts";
import { load, type Measured } from "./load.ts";

const rounds = 3;
const bounds = { requests: 2_000, seconds: 10, connections: 10 };
const warmUp = { requests: 300, seconds: 5, connections: 10 };

/** The embedded database of a house, as its application and as the owner of the tables see it (embedded.server.ts). */
function databaseOf(dataDir: string): { app: string; owner: string } {
	const { port }: { port: number } = JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8"));
	const as = (role: string, file: string) =>
		`postgres://${role}:${readFileSync(join(dataDir, file), "utf8").trim()}@127.0.0.1:${port}/gemeinwerk`;
	return { app: as("gemeinwerk_app", "postgres-app-password"), owner: as("postgres", "postgres-password") };
}

async function startBareServer(database: string): Promise<{ url: string; stop: () => void }> {
	const child = fork(join(import.meta.dirname, "bare-server.ts"), {
		env: { ...process.env, BENCH_DATABASE_URL: database },
	});
	const [address]: { port: number }[] = await once(child, "message");
	if (!address) throw new Error("The bare server said no port.");
	return { url: `http://127.0.0.1:${address.port}`, stop: () => child.kill("SIGTERM") };
}

/** Of several rounds the one in the middle, by pages per second. */
function middle(measured: Measured[]): Measured {
	const sorted = measured.toSorted((a, b) => a.perSecond - b.perSecond);
	const found = sorted[Math.floor(sorted.length / 2)];
	if (!found) throw new Error("Nothing was measured.");
	return found;
}

async function measure(page: Case, house: string, bare: string): Promise<string> {
	const targets = [house, bare].map((url) => ({ url: `${url}${page.path}`, measured: [] as Measured[] }));
	const headers: Record<string, string> = page.cookie ? { Cookie: await page.cookie(house) } : {};
	for (const { url } of targets) await load(url, { ...warmUp, headers });
	for (let round = 0; round < rounds; round++) {
		for (const { url, measured } of targets) measured.push(await load(url, { ...bounds, headers }));
	}
	const [ours, theirs] = targets.map(({ measured }) => middle(measured));
	if (!ours || !theirs) throw new Error("Nothing was measured.");
	const cells = [
		page.name,
		ours.perSecond.toFixed(0),
		theirs.perSecond.toFixed(0),
		(ours.perSecond / theirs.perSecond).toFixed(2),
		`${ours.p50.toFixed(1)} / ${ours.p95.toFixed(1)}`,
		`${theirs.p50.toFixed(1)} / ${theirs.p95.toFixed(1)}`,
	];
	return `| ${cells.join(" | ")} |`;
}

/** The house's commands and queries are TypeScript with aliases: Vite loads them, as the build does. */
async function inHouse(file: string, work: string, ...given: string[]): Promise<string> {
	const vite = await createServer({
		configFile: false,
		resolve: { tsconfigPaths: true },
		server: { middlewareMode: true },
		appType: "custom",
		logLevel: "error",
	});
	try {
		const module = await vite.ssrLoadModule(`/tests/bench/${file}`);
		return await module[work](...given);
	} finally {
		await vite.close();
	}
}

const house = await startHouse({ TEST_CLOCK: "0" });
try {
	const { app, owner } = databaseOf(house.environment.DATA_DIR ?? "");
	const bare = await startBareServer(app);
	try {
		console.log(`First start with the demonstration: ${house.seconds} s\n`);
		console.log("| page | pages/s | bare pages/s | ratio | p50 / p95 ms | bare p50 / p95 ms |");
		console.log("|---|---|---|---|---|---|");
		for (const page of cases) console.log(await measure(page, house.url, bare.url));
		console.log("");
		console.log(await weightOfFirstVisit(house.url));
		console.log(await thousandIdeas(house.url, app));
		console.log(await inHouse("contributing.ts", "contributionsPerSecond", app));
		console.log(`\n${await inHouse("growing.ts", "growth", app, owner)}\n`);
		console.log(await inHouse("payments.ts", "paymentsOverAgreements", app, owner));
		console.log(`\n${await inHouse("network.ts", "largeNetwork", app, owner)}\n`);
		console.log(await inHouse("signing.ts", "signing", app, house.environment.DATA_DIR ?? ""));
		console.log(countingByShares());
		console.log(await inHouse("coverage.ts", "coverage"));
		console.log(await memoryUnderLoad(house.url));
	} finally {
		bare.stop();
	}
} finally {
	await house.stop();
}
