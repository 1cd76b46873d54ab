// Finds a Chromium for the end-to-end tests, in a fixed order, and proves each candidate by launching it:
// CHROMIUM_PATH, PATH, Playwright's own, @sparticuz/chromium (unpacked once), apt-get as root, or one clear sentence.
import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const house = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const isRoot = process.getuid?.() === 0;

/** No request of the browser's own may leave the machine: the tests count requests to foreign origins. */
const quietArguments = [
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--no-first-run",
];

/**
 * @typedef {{ executablePath: string, args: string[], version: string, source: string }} Browser
 * @typedef {{ source: string, find: () => string | undefined | Promise<string | undefined> }} Candidate
 */

/**
 * Finds and verifies a browser. Takes a few seconds on the first call (unpacking, at worst an installation).
 * @returns {Promise<Browser>} path, arguments, version and where it came from
 * @throws {Error} one sentence that says what to do when there is none; it names why each candidate fell out
 */
export async function findBrowser() {
	const reasons = [];
	for (const { source, find } of candidates) {
		try {
			const executablePath = await find();
			if (!executablePath) {
				reasons.push(`${source}: nicht vorhanden`);
				continue;
			}
			return { ...(await launchOnce(executablePath)), executablePath, source };
		} catch (error) {
			const [firstLine] = String(error instanceof Error ? error.message : error).split("\n");
			reasons.push(`${source}: ${firstLine}`);
			// A path that somebody named on purpose is not silently replaced by another browser.
			if (source === "CHROMIUM_PATH") break;
		}
	}
	throw new Error(
		`Kein Chromium für die Tests gefunden: Bitte CHROMIUM_PATH auf ein Chromium setzen oder als root "apt-get install chromium" ausführen (${reasons.join("; ")}).`,
	);
}

/** @type {Candidate[]} */
const candidates = [
	{ source: "CHROMIUM_PATH", find: () => process.env.CHROMIUM_PATH },
	{
		source: "PATH",
		find: () => onPath("chromium") ?? onPath("google-chrome") ?? onPath("chromium-browser") ?? onPath("chrome"),
	},
	{
		source: "Playwright",
		find: () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined),
	},
	{ source: "@sparticuz/chromium", find: unpackSparticuz },
	{ source: "apt-get install chromium", find: installByApt },
];

/** @param {string} name */
function onPath(name) {
	for (const folder of (process.env.PATH ?? "").split(":")) {
		const file = join(folder || ".", name);
		try {
			accessSync(file, constants.X_OK);
			return file;
		} catch {
			// not here: the next folder
		}
	}
	return undefined;
}

/**
 * Root cannot use Chromium's sandbox; an ordinary user may lack user namespaces (containers), so the second try goes
 * without. The pages under test are our own.
 * @param {string} executablePath
 */
async function launchOnce(executablePath) {
	const attempts = isRoot ? [["--no-sandbox"]] : [[], ["--no-sandbox"]];
	let failure;
	for (const extra of attempts) {
		const args = [...extra, ...quietArguments];
		try {
			const browser = await chromium.launch({ executablePath, args, timeout: 30_000 });
			const version = browser.version();
			await browser.close();
			return { args, version };
		} catch (error) {
			failure = error;
		}
	}
	throw failure;
}

/**
 * The package unpacks to $TMPDIR/chromium and trusts whatever lies there: a second process meets ETXTBSY, an old
 * version is reused for ever. So: a child process with its own TMPDIR, a folder per version, renamed when complete.
 */
async function unpackSparticuz() {
	const manifest = join(house, "node_modules/@sparticuz/chromium/package.json");
	if (!existsSync(manifest)) return undefined;
	const { version } = JSON.parse(readFileSync(manifest, "utf8"));
	const cache = join(house, "node_modules/.cache");
	const folder = join(cache, `chromium-${version}`);
	const executable = join(folder, "chromium");
	if (!existsSync(executable)) {
		mkdirSync(cache, { recursive: true });
		await underLock(`${folder}.lock`, () => {
			if (existsSync(executable)) return;
			const unfinished = `${folder}.${process.pid}`;
			mkdirSync(unfinished, { recursive: true });
			try {
				execFileSync(
					process.execPath,
					["--input-type=module", "-e", 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();'],
					{ cwd: house, env: { ...process.env, TMPDIR: unfinished }, stdio: "pipe", timeout: 120_000 },
				);
				rmSync(folder, { recursive: true, force: true });
				renameSync(unfinished, folder);
			} finally {
				rmSync(unfinished, { recursive: true, force: true });
			}
		});
	}
	return executable;
}

/**
 * @param {string} lock a folder: making it is atomic
 * @param {() => void} work
 */
async function underLock(lock, work) {
	const owner = join(lock, "pid");
	for (let tries = 0; ; tries++) {
		try {
			mkdirSync(lock);
			break;
		} catch (error) {
			if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
			if (tries > 600) throw new Error(`Die Sperre ${lock} wird seit Minuten gehalten; bitte löschen.`);
			// Only a lock that names a dead owner is stale; one just made has no pid in it for a moment.
			if (existsSync(owner) && !isAlive(Number(readFileSync(owner, "utf8")))) {
				rmSync(lock, { recursive: true, force: true });
			} else await sleep(200);
		}
	}
	try {
		writeFileSync(owner, String(process.pid));
		work();
	} finally {
		rmSync(lock, { recursive: true, force: true });
	}
}

/** @param {number} pid */
function isAlive(pid) {
	if (!Number.isInteger(pid) || pid <= 0) return true;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}

function installByApt() {
	if (!isRoot || !onPath("apt-get")) return undefined;
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	for (const parameters of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
		const { status, stderr } = spawnSync("apt-get", parameters, { env, encoding: "utf8", timeout: 300_000 });
		if (status !== 0) throw new Error(`apt-get ${parameters[0]}: ${stderr.trim().split("\n").at(-1)}`);
	}
	return onPath("chromium");
}
