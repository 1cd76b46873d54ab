// Builds client, server and islands with what `dependencies` install; run alone (`npm run build`) it always builds.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const hashFile = path.join(root, "build/source-hash");
// not in the folder of the build, which the build empties
const lockFile = path.join(root, "node_modules/.cache/build-lock");

const sources = [
	"app",
	"public",
	"prisma/schema",
	"prisma/seed",
	"tests/factories",
	"package.json",
	"package-lock.json",
	"prisma.config.ts",
	"react-router.config.ts",
	"tsconfig.json",
	"vite.config.ts",
	"vite.islands.config.ts",
];
const unbuilt = /(^|\/)(generated|README\.md|[^/]+\.test\.tsx?)(\/|$)/;

/**
 * Builds unless the present sources are built already.
 * @returns {Promise<boolean>} false when the build failed; the reason is printed
 */
export async function buildIfChanged() {
	if (isBuilt()) return true;
	mkdirSync(path.dirname(lockFile), { recursive: true });
	await takeLock();
	try {
		return isBuilt() || (await build()); // another process may have built while we waited
	} finally {
		rmSync(lockFile, { force: true });
	}
}

function isBuilt() {
	return existsSync(hashFile) && readFileSync(hashFile, "utf8") === sourceHash();
}

async function build() {
	console.error("Gemeinwerk wird gebaut …");
	const hash = sourceHash();
	rmSync(hashFile, { force: true });
	const began = performance.now();
	const programs = path.join(root, "node_modules/.bin");
	// generate wants to download an engine that it never runs: any existing file satisfies it
	const withoutEngine = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
	// `npm test` has generated already, and checks types meanwhile
	const generated = process.env.GENERATED === "1";
	const done =
		(generated || (await succeeds(path.join(programs, "prisma"), ["generate", "--no-hints"], withoutEngine))) &&
		(await succeeds(path.join(programs, "react-router"), ["build"])) &&
		(!existsSync(path.join(root, "app/islands/main.ts")) ||
			(await succeeds(path.join(programs, "vite"), ["build", "--config", "vite.islands.config.ts"])));
	if (!done) {
		console.error("Der Bau ist gescheitert; die Meldung darüber nennt die Stelle.");
		return false;
	}
	writeFileSync(hashFile, hash);
	console.error(`Gebaut in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
	return true;
}

/** Runs a program quietly; its output is shown only when it fails. */
function succeeds(program, args, more = {}) {
	return new Promise((resolve) => {
		const env = {
			...process.env,
			NODE_ENV: "production",
			PATH: `${path.dirname(program)}:${process.env.PATH}`,
			...more,
		};
		const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
		const output = [];
		child.stdout.on("data", (piece) => output.push(piece));
		child.stderr.on("data", (piece) => output.push(piece));
		child.on("error", (error) => {
			console.error(error.message);
			resolve(false);
		});
		child.on("close", (code) => {
			if (code !== 0) process.stderr.write(Buffer.concat(output));
			resolve(code === 0);
		});
	});
}

function sourceHash() {
	const hash = createHash("sha256").update(process.version);
	for (const file of sources.flatMap(filesBelow)) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
	return hash.digest("hex");
}

function filesBelow(source) {
	const absolute = path.join(root, source);
	if (!existsSync(absolute)) return [];
	try {
		return readdirSync(absolute, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
			.filter((file) => !unbuilt.test(file))
			.sort();
	} catch (error) {
		if (error.code === "ENOTDIR") return [source];
		throw error;
	}
}

/** Two starts on one checkout build one after the other; the lock of a killed build is removed. */
async function takeLock() {
	for (;;) {
		try {
			writeFileSync(lockFile, String(process.pid), { flag: "wx" });
			return;
		} catch (error) {
			if (error.code !== "EEXIST") throw error;
		}
		if (!isRunning(lockHolder())) rmSync(lockFile, { force: true });
		else await sleep(200);
	}
}

function lockHolder() {
	try {
		return Number(readFileSync(lockFile, "utf8"));
	} catch {
		return 0; // given back meanwhile
	}
}

function isRunning(pid) {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	process.env.NODE_ENV = "production";
	rmSync(hashFile, { force: true });
	process.exit((await buildIfChanged()) ? 0 : 1);
}
