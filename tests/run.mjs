// `npm test` and `npm run check`: runs the steps, those that need one core side by side, writes what they print to
// test-results/<step>.log, shows one line per step, and ends with the sum over all tests. A static step counts as one.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installTools } from "./support/debian-tools.mjs";

const house = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const results = join(house, "test-results");

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Sum
 * @typedef {{ name: string, command: string[], variables?: Record<string, string>, sum?: (file: string) => Sum,
 *   needs?: string, minutes?: number }} Step
 */

/** @type {(name: string) => Step} */
const script = (name) => ({ name, command: ["npm", "run", "--silent", name] });

/**
 * By the native compiler; the older one next to it has the programming interface that reads imports for `boundaries`.
 * @type {Step}
 */
const types = {
	name: "types",
	command: ["node", "node_modules/typescript-native/bin/tsc", "--noEmit"],
	needs: "generate",
};
const readings = ["format", "lint", "boundaries", "unused", "licences"].map(script);
/** @type {Step} */
const build = { ...script("build"), variables: { GENERATED: "1" }, needs: "generate" };

/** @type {Step} */
const unit = {
	name: "unit",
	command: ["vitest", "run", "--reporter=default", "--reporter=json", "--outputFile.json=test-results/unit.json"],
	sum: sumOfVitest,
	minutes: 25,
};
/** @type {Step} */
const e2e = { name: "e2e", command: ["playwright", "test"], sum: sumOfPlaywright, needs: "build", minutes: 40 };

/**
 * One stage after the other; the rows of a stage side by side, the steps of a row one after the other. What uses both
 * cores by itself is alone. The build is early, because tests that start the house would make it otherwise.
 * @type {{ check: Step[][][], test: Step[][][] }}
 */
const stages = {
	check: [[[script("generate")]], [[types], readings], [[unit]]],
	test: [[[script("generate")]], [[types], [build, ...readings]], [[unit]], [[e2e]]],
};

/** @param {string} file */
function sumOfVitest(file) {
	const report = JSON.parse(readFileSync(file, "utf8"));
	// A file that cannot be loaded, or whose hook fails, may have no failed test in it and is a failure all the same.
	const broken = report.testResults.filter(
		({ status, assertionResults }) =>
			status === "failed" &&
			!assertionResults.some((/** @type {{ status: string }} */ test) => test.status === "failed"),
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests + report.numTodoTests,
	};
}

/** @param {string} file */
function sumOfPlaywright(file) {
	const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped,
	};
}

/**
 * @param {Step} step
 * @returns {Promise<{ ok: boolean, sum: Sum, log: string }>}
 */
async function run({ name, command: [program = "", ...parameters], variables, sum, minutes = 5 }) {
	const log = join(results, `${name}.log`);
	const output = createWriteStream(log);
	const child = spawn(program, parameters, {
		cwd: house,
		env: { ...environment, ...variables },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let killed = false;
	const timer = setTimeout(() => {
		killed = true;
		output.write(`\nEnded after ${minutes} minutes.\n`);
		child.kill("SIGTERM");
		setTimeout(() => child.kill("SIGKILL"), 30_000).unref();
	}, minutes * 60_000);
	child.stdout.pipe(output, { end: false });
	child.stderr.pipe(output, { end: false });
	const code = await new Promise((done) => {
		child.on("error", (error) => {
			output.write(`${error.message}\n`);
			done(-1);
		});
		child.on("close", done);
	});
	clearTimeout(timer);
	await new Promise((done) => output.end(() => done(undefined)));
	const ok = code === 0 && !killed;
	const report = join(results, `${name}.json`);
	if (!sum || !existsSync(report)) return { ok: ok && !sum, sum: one(ok && !sum), log };
	const counted = sum(report);
	// Nothing was tested, or the runner itself failed: never green.
	if (counted.passed + counted.failed === 0 || (!ok && counted.failed === 0)) counted.failed += 1;
	return { ok: ok && counted.failed === 0, sum: counted, log };
}

/** @param {boolean} ok */
function one(ok) {
	return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** @param {string} log */
function lastLines(log) {
	const lines = readFileSync(log, "utf8").trimEnd().split("\n");
	return lines
		.slice(-40)
		.map((line) => `    ${line}`)
		.join("\n");
}

const environment = {
	...process.env,
	PATH: `${join(house, "node_modules/.bin")}:${process.env.PATH}`,
	NO_COLOR: "1",
	FORCE_COLOR: undefined,
};
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const skippedFor = installTools();
if (skippedFor) console.log(skippedFor);

const total = { passed: 0, failed: 0, skipped: 0 };
const notOk = new Set();
const began = Date.now();
for (const stage of process.argv[2] === "check" ? stages.check : stages.test) {
	await Promise.all(
		stage.map(async (row) => {
			for (const step of row) await take(step);
		}),
	);
}

/** Runs a step unless what it needs has failed, adds it up and says how it went. @param {Step} step */
async function take(step) {
	const start = Date.now();
	if (step.needs && notOk.has(step.needs)) {
		total.failed += 1;
		notOk.add(step.name);
		console.log(`✗ ${step.name}: not run, because ${step.needs} failed`);
		return;
	}
	const { ok, sum, log } = await run(step);
	total.passed += sum.passed;
	total.failed += sum.failed;
	total.skipped += sum.skipped;
	const counts = step.sum
		? ` ${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ""},`
		: "";
	console.log(`${ok ? "✓" : "✗"} ${step.name}:${counts} ${Math.round((Date.now() - start) / 1000)} s`);
	if (!ok) {
		notOk.add(step.name);
		console.log(`${lastLines(log)}\n    (all of it: ${log})`);
	}
}
console.log(`${Math.round((Date.now() - began) / 1000)} s in all`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = total.failed > 0 ? 1 : 0;
