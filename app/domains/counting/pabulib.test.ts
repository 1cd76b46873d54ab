import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { BudgetRule } from "./budget-rule";
import { countInBackground } from "./count-in-background.server";
import { readPabulib, UnreadablePabulib, writePabulib } from "./pabulib";
import { recount } from "./recount-request";

const example = [
	"META",
	"key;value",
	"description;Beispiel 1",
	"budget;60000",
	"vote_type;approval",
	"PROJECTS",
	"project_id;cost;name",
	'A;28000;"Halle; mit Hof"',
	"B;20000;Brunnen",
	"C;15000;Chor",
	"D;10000;Dach",
	"VOTES",
	"voter_id;age;vote",
	"1;44;A,B",
	"2;;A,B",
	"3;;A,B,D",
	"4;;A,B,D",
	"5;;C,D",
	"6;;C,D",
].join("\n");

describe("reading", () => {
	it("takes sections, quotes, Windows lines and a byte order mark", () => {
		const file = readPabulib(`\uFEFF${example.replaceAll("\n", "\r\n")}\r\n`);
		expect(file.projects[0]).toMatchObject({ id: "A", cost: 28_000n, name: "Halle; mit Hof" });
		expect(file.votes).toHaveLength(6);
		expect(file.election).toMatchObject({ budget: 60_000n, unit: 1n });
	});
	it("brings amounts with decimals to one unit", () => {
		const { election } = readPabulib(example.replace("60000", "60000,5").replace("20000", "20000.25"));
		expect(election.unit).toBe(100n);
		expect(election.budget).toBe(6_000_050n);
		expect(election.projects.map(({ cost }) => cost)).toEqual([2_800_000n, 2_000_025n, 1_500_000n, 1_000_000n]);
	});
	it("takes an empty vote as a voter, points as points", () => {
		const points = example
			.replace("approval", "cumulative")
			.replace("voter_id;age;vote", "voter_id;points;vote")
			.replaceAll(/^(\d);\d*;A,B(,D)?$/gm, "$1;2,1;A,B")
			.replaceAll(/^(\d);\d*;C,D$/gm, "$1;3,0;C,D");
		const file = readPabulib(`${points}\n7;;`);
		expect(file.ballot).toBe("points");
		expect(file.votes[0]?.points).toEqual({ A: 2, B: 1 });
		expect(file.votes[4]?.points).toEqual({ C: 3 });
		expect(file.votes[6]?.points).toEqual({});
	});
	test.each([
		["nothing", "", /no-section/],
		["no votes", example.slice(0, example.indexOf("VOTES")), /no-section: VOTES/],
		["no costs", example.replace("project_id;cost", "project_id;price"), /no-column/],
		["a strange amount", example.replace("60000", "viel"), /bad-number/],
		["a project for nothing", example.replace("28000", "0"), /bad-number/],
		["a project twice", example.replace("B;20000", "A;20000"), /twice/],
		["an unknown project", `${example}\n7;;X`, /unknown-project: X, voter 7/],
		["one project twice in a vote", `${example}\n7;;A,A`, /bad-vote/],
		["an ordinal vote", example.replace("approval", "ordinal"), /vote-type/],
	])("%s is refused", (_, text, reason) => {
		expect(() => readPabulib(text)).toThrow(UnreadablePabulib);
		expect(() => readPabulib(text)).toThrow(reason);
	});
	it("never breaks on other input", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.nat(example.length), (text, at) => {
				try {
					readPabulib(example.slice(0, at) + text + example.slice(at));
				} catch (error) {
					expect(error).toBeInstanceOf(UnreadablePabulib);
				}
			}),
		);
	});
});

const rule: BudgetRule = {
	method: "equal-shares",
	ties: { before: ["lower-cost", "more-votes"], lot: ["D", "C", "B", "A"] },
	leastVotes: 1,
	utility: "cost",
	completion: "add1",
	stop: "exhaustive",
};

it("what is written is read again, with the rule, and counts the same", () => {
	const { projects, votes, election } = readPabulib(example.replace("60000", "600,00"));
	const text = writePabulib({
		description: 'Bürgerhaushalt „Dorf“; "Probe"',
		unit: "Mendig",
		country: "Germany",
		dates: { begin: "2026-11-01", end: "2026-11-30" },
		budget: 6_000_000n,
		ballot: "approval",
		rule,
		projects: projects.map((project) => ({ ...project, cost: project.cost * 100n, votes: 2n, isSelected: false })),
		votes,
	});
	const again = readPabulib(text);
	expect(again.votes).toEqual(votes);
	expect(again.projects.map(({ name }) => name)).toEqual(projects.map(({ name }) => name));
	expect(again.meta.description).toBe('Bürgerhaushalt „Dorf“; "Probe"');
	expect(election.budget).toBe(600n);
	const counted = recount(text, null);
	expect(counted.rule).toEqual(rule);
	expect(counted.count.funded).toEqual(["D", "B", "C"]);
	expect(recount(text, { rule: "greedy", completion: "none", stop: "exhaustive" }).count.funded).toEqual([
		"D",
		"B",
		"A",
	]);
});

it("a thread of its own counts the same, and says how far it is", async () => {
	const { election } = readPabulib(example);
	const shares: string[] = [];
	const overshoot: BudgetRule = { ...rule, stop: "overshoot" };
	const count = await countInBackground(election, overshoot, ({ share }) => shares.push(share));
	expect(count).toEqual(recount(example, { rule: "mes", completion: "add1", stop: "overshoot" }).count);
	expect(shares.length).toBeGreaterThan(0);
	await expect(countInBackground(election, { ...rule, ties: { before: [], lot: [] } })).rejects.toThrow("the lot");
});

describe("npm run recount", () => {
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "recount-"));
		await writeFile(path.join(folder, "one.pb"), example);
	});
	afterAll(() => rm(folder, { recursive: true }));
	const run = (...args: string[]) =>
		promisify(execFile)(process.execPath, ["app/domains/counting/recount.server.ts", ...args]);

	test.each([
		["--rule greedy", ["D", "B", "A"]],
		["--rule mes", ["D", "B", "C"]],
		["--rule mes --completion add1u --stop overshoot", ["D", "B", "C"]],
	])("%s", async (args, funded) => {
		const { stdout } = await run(path.join(folder, "one.pb"), ...args.split(" "));
		expect(JSON.parse(stdout)).toEqual(funded);
	});
	test.each([
		["no file", []],
		["an unknown rule", ["one.pb", "--rule", "lottery"]],
		["an unknown option", ["one.pb", "--seed", "1"]],
		["a missing file", ["missing.pb", "--rule", "mes"]],
	])("%s: a sentence and exit 1", async (_, args) => {
		await expect(run(...args.map((arg) => (arg.endsWith(".pb") ? path.join(folder, arg) : arg)))).rejects.toMatchObject(
			{ code: 1, stdout: "", stderr: expect.stringMatching(/^(Aufruf|Die Datei)/) },
		);
	});
});
