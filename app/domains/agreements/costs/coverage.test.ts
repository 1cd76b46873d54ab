import { describe, expect, test } from "vitest";
import { type CoverLine, commitmentProblems, coverageOf, coverageProblems } from "./coverage";

const line = (given: Partial<CoverLine>): CoverLine => ({
	year: 2029,
	label: "Stadt Mayen",
	cents: 1000n,
	standing: "secured",
	bearer: "",
	...given,
});
const problems = (...lines: CoverLine[]) =>
	coverageProblems(coverageOf([{ year: 2029, cents: 1000n }], lines, "2028-12-31")).map(({ code }) => code);

describe("coverage", () => {
	test("each class is shown apart, the rest is the gap", () => {
		const lines = [
			line({ cents: 400n }),
			line({ cents: 300n, standing: "reserved" }),
			line({ cents: 200n, standing: "open", bearer: "Kämmerei" }),
		];
		expect(coverageOf([{ year: 2029, cents: 1000n }], lines, "2028-12-31")).toMatchObject([
			{ year: 2029, afterFunding: true, cost: 1000n, secured: 400n, reserved: 300n, open: 200n, gap: 100n },
		]);
	});

	test("years of funding are not asked, the years after it are", () => {
		const years = coverageOf(
			[
				{ year: 2028, cents: 5n },
				{ year: 2029, cents: 7n },
			],
			[],
			"2028-06-30",
		);
		expect(years.map(({ afterFunding }) => afterFunding)).toEqual([false, true]);
		expect(coverageProblems(years)).toEqual([{ code: "cover-gap", values: { year: "2029", cents: "7" } }]);
		expect(coverageProblems(coverageOf([{ year: 2026, cents: 5n }], [], null))).toHaveLength(1);
	});

	test("more than enough is no gap", () => {
		expect(problems(line({ cents: 2000n }))).toEqual([]);
	});

	test.each([
		["nobody", [], ["cover-gap"]],
		["secured", [line({})], []],
		["under budget reservation", [line({ standing: "reserved" })], []],
		["open with a named bearer", [line({ standing: "open", bearer: "Kämmerei" })], []],
		["open without a name", [line({ standing: "open", bearer: " " })], ["cover-bearer-missing"]],
		["without class", [line({ standing: null })], ["cover-class-missing"]],
		["without name", [line({ label: " " })], ["cover-name-missing"]],
		["a cent short", [line({ cents: 999n })], ["cover-gap"]],
	] as const)("%s", (_, lines, codes) => {
		expect(problems(...lines)).toEqual(codes);
	});
});

describe("the operating-cost commitment", () => {
	const of = (from: string, until: string) => ({ party: "a", from, until });
	test.each([
		["none", [], ["commitment-missing"]],
		["begins on the day after the pilot", [of("2029-01-01", "2033-12-31")], []],
		["begins a day late", [of("2029-01-02", "2034-12-31")], ["commitment-late"]],
		["ends a day early", [of("2029-01-01", "2033-12-30")], ["commitment-short"]],
		["two without a break", [of("2031-01-01", "2033-12-31"), of("2028-07-01", "2030-12-31")], []],
		["two with a break", [of("2029-01-01", "2030-12-31"), of("2031-01-02", "2033-12-31")], ["commitment-short"]],
	] as const)("%s", (_, commitments, codes) => {
		expect(commitmentProblems("2028-12-31", 60, commitments).map(({ code }) => code)).toEqual(codes);
	});
});
