import { describe, expect, it } from "vitest";
import { displayProblems, isRunning, mayFollow, notedShare, recordableAfter, type Stage, stages } from "./planning";

describe("the chain of stages", () => {
	const allowed: [Stage, Stage][] = [
		["begun", "drawn-up"],
		["drawn-up", "early"],
		["drawn-up", "draft-resolved"],
		["early", "draft-resolved"],
		["draft-resolved", "displayed"],
		["displayed", "displayed"],
		["displayed", "weighed"],
		["weighed", "displayed"],
		["weighed", "resolved"],
		["resolved", "in-force"],
	];
	it.each(stages.flatMap((from) => stages.map((to) => [from, to] as const)))("%s → %s", (from, to) => {
		expect(mayFollow(from, to)).toBe(allowed.some(([one, other]) => one === from && other === to));
	});

	it("leaves displays to their announcement", () => {
		expect(recordableAfter("displayed")).toEqual(["weighed"]);
		expect(recordableAfter("draft-resolved")).toEqual([]);
		expect(recordableAfter("gone")).toEqual([]);
	});
});

describe("a display", () => {
	const good = {
		round: 1,
		startsOn: "2026-02-02",
		endsOn: "2026-03-03",
		shortenedBecause: "",
		secondAccess: "Rathaus, Zimmer 12",
		environmentalInfo: "Umweltbericht",
		changes: "",
	};
	it.each<[string, Partial<typeof good>, string[]]>([
		["as it should be", {}, []],
		["longer", { endsOn: "2026-04-01" }, []],
		["a day too short", { endsOn: "2026-03-02" }, ["period-too-short"]],
		["short with a reason, but the first", { endsOn: "2026-02-20", shortenedBecause: "x" }, ["period-too-short"]],
		["renewed without changes named", { round: 2 }, ["changes-missing"]],
		["renewed and short", { round: 2, changes: "x", endsOn: "2026-02-16" }, ["shortening-needs-reason"]],
		["renewed and short with a reason", { round: 2, changes: "x", endsOn: "2026-02-16", shortenedBecause: "x" }, []],
		[
			"renewed, ends before it begins",
			{ round: 2, changes: "x", endsOn: "2026-02-01", shortenedBecause: "x" },
			["period-too-short"],
		],
		["only on the internet", { secondAccess: "" }, ["second-access-missing"]],
		["without kinds of information", { environmentalInfo: "" }, ["environment-missing"]],
		["beginning today", { startsOn: "2026-01-20" }, ["starts-in-the-past"]],
	])("%s", (_name, change, codes) => {
		expect(displayProblems({ ...good, ...change }, "2026-03-03", "2026-01-20").map(({ code }) => code)).toEqual(codes);
	});

	it.each([
		["2026-02-01", false],
		["2026-02-02", true],
		["2026-03-03", true],
		["2026-03-04", false],
	])("on %s it runs: %s", (day, running) => {
		expect(isRunning(good, day)).toBe(running);
	});
});

it.each([
	[[], null],
	[[null], null],
	[["noted", null], 100],
	[["noted", "followed", "clarified"], 33],
])("the share of mere notes in %j is %s", (votes, share) => {
	expect(notedShare(votes)).toBe(share);
});
