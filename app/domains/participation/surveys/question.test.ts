import { describe, expect, it } from "vitest";
import { numberFrom, readAll } from "./answering";
import { emptyQuestion, optionsFrom, orderProblem, pagesOf, type Question, questionProblems } from "./question";
import { resultOf, suppress } from "./results";

const options = ["ja", "nein", "weiß nicht"].map((label, index) => ({ key: `o${index + 1}`, label }));
const question = (key: string, given: Partial<Question> = {}): Question => ({
	...emptyQuestion(key, given.kind ?? "single"),
	title: key,
	options,
	...given,
});
const when = (source: string, option = "o1") => ({ question: source, option });

describe("order and conditions", () => {
	it.each([
		["an earlier question", [question("f1"), question("f2", { condition: when("f1") })], null],
		["a later one", [question("f2", { condition: when("f1") }), question("f1")], "condition-needs-earlier"],
		["itself", [question("f1", { condition: when("f1") })], "condition-needs-earlier"],
		[
			"a choice that is gone",
			[question("f1"), question("f2", { condition: when("f1", "o9") })],
			"condition-needs-option",
		],
		["words", [question("f1", { kind: "text" }), question("f2", { condition: when("f1") })], "condition-needs-earlier"],
	])("a condition on %s", (_, questions, expected) => {
		expect(orderProblem(questions)).toBe(expected);
	});

	it("a page ends where a condition must be decided, and where a question wants its own", () => {
		const pages = pagesOf([
			question("f1"),
			question("f2"),
			question("f3", { condition: when("f1") }),
			question("f4", { newPage: true }),
		]);
		expect(pages.map((page) => page.map(({ key }) => key))).toEqual([["f1", "f2"], ["f3"], ["f4"]]);
	});

	it("options keep their keys while their words stay, and by place once people answered", () => {
		expect(optionsFrom("nein\n\nvielleicht", options, false)).toEqual([options[1], { key: "o4", label: "vielleicht" }]);
		expect(optionsFrom("Ja\nNein\nweiß nicht", options, true)?.map(({ key }) => key)).toEqual(["o1", "o2", "o3"]);
		expect(optionsFrom("Ja\nNein", options, true)).toBeNull();
	});

	it.each([
		[{ title: "" }, "title-missing"],
		[{ options: options.slice(0, 1) }, "options-too-few"],
		[{ options: [options[0], options[0]].flatMap((one) => one ?? []) }, "options-twice"],
		[{ kind: "matrix" as const }, "rows-missing"],
		[{ kind: "scale" as const, max: 11 }, "bounds-wrong"],
		[{ kind: "multiple" as const, min: 3, max: 2 }, "bounds-wrong"],
	])("refuses %j", (given, code) => {
		expect(questionProblems(question("f1", given)).map((problem) => problem.code)).toContain(code);
	});
});

describe("reading answers", () => {
	const rows = [
		{ key: "o1", label: "Bus" },
		{ key: "o2", label: "Rad" },
	];
	it.each<[string, Partial<Question>, Record<string, string[]>, unknown]>([
		["one choice", {}, { f: ["o2"] }, { choices: ["o2"], other: null }],
		["two where one is asked", {}, { f: ["o1", "o2"] }, "choices-too-many"],
		["an unknown choice", {}, { f: ["o7"] }, "choice-unknown"],
		["nothing, required", { required: true }, {}, "answer-missing"],
		[
			"own words",
			{ kind: "multiple", other: true },
			{ f: ["o1"], "f-other": ["Roller"] },
			{ choices: ["o1", "other"], other: "Roller" },
		],
		["other without words", { other: true }, { f: ["other"] }, "other-missing"],
		["too few", { kind: "multiple", min: 2 }, { f: ["o1"] }, "choices-too-few"],
		["a step", { kind: "scale", max: 5 }, { f: ["5"] }, { number: 5 }],
		["no step", { kind: "scale", max: 5 }, { f: ["6"] }, "choice-unknown"],
		["a German number", { kind: "number" }, { f: ["1.234,5"] }, { number: 1234.5 }],
		["no number", { kind: "number" }, { f: ["viel"] }, "number-unreadable"],
		["a small number", { kind: "number", min: 1 }, { f: ["0"] }, "number-too-small"],
		["a long text", { kind: "text", max: 3 }, { f: ["vier"] }, "answer-too-long"],
		["a matrix", { kind: "matrix", rows }, { "f-o1": ["o3"] }, { rows: { o1: "o3" } }],
		["a row left open", { kind: "matrix", rows, required: true }, { "f-o1": ["o3"] }, "rows-open"],
		["a ranking", { kind: "ranking" }, { "f-o1": ["2"], "f-o3": ["1"] }, { ranks: ["o3", "o1"] }],
		["a place twice", { kind: "ranking" }, { "f-o1": ["1"], "f-o3": ["1"] }, "ranks-twice"],
		["a place left out", { kind: "ranking" }, { "f-o1": ["2"] }, "ranks-open"],
	])("%s", (_, given, typed, expected) => {
		const { values, problems } = readAll([question("f", given)], typed);
		expect(problems[0]?.code ?? values.f).toEqual(expected);
	});

	it("counts only what is shown, also through a chain of conditions", () => {
		const questions = [
			question("a"),
			question("b", { condition: when("a") }),
			question("c", { required: true, condition: when("b") }),
		];
		expect(readAll(questions, { a: ["o1"], b: ["o1"], c: ["o2"] }).shown).toHaveLength(3);
		const other = readAll(questions, { a: ["o2"], b: ["o1"], c: ["o2"] });
		expect([Object.keys(other.values), other.problems]).toEqual([["a"], []]);
	});

	it.each([
		["1.5", 1.5],
		["1.500", 1500],
		["-2,25", -2.25],
		["1e5", null],
		["1,2,3", null],
	])("the number %s", (text, expected) => {
		expect(numberFrom(text)).toBe(expected);
	});
});

describe("results", () => {
	const cells = (...counts: number[]) => counts.map((count, index) => ({ key: `o${index}`, label: "", count }));
	const shown = (addsUp: boolean, ...counts: number[]) => suppress(cells(...counts), addsUp).map(({ count }) => count);

	it.each([
		[
			[5, 6, 0],
			[5, 6, 0],
		],
		[
			[4, 20, 30],
			[null, 20, null],
		],
		[
			[4, 3, 6, 30],
			[null, null, 6, null],
		],
		[
			[2, 0, 6],
			[null, null, null],
		],
		[
			[1, 9, 12],
			[null, 9, null],
		],
	])("of %j everybody reads %j", (counts, expected) => {
		expect(shown(true, ...counts)).toEqual(expected);
	});

	it("several choices do not add up, so only the small ones are withheld", () => {
		expect(shown(false, 4, 20, 30)).toEqual([null, 20, 30]);
	});

	it("no withheld count can be worked out from the sum", () => {
		for (let a = 0; a <= 8; a += 1) {
			for (let b = 0; b <= 8; b += 1) {
				for (let c = 0; c <= 8; c += 1) {
					const gone = suppress(cells(a, b, c), true).filter(({ count }) => count === null);
					expect(gone.length, `${a} ${b} ${c}`).not.toBe(1);
				}
			}
		}
	});

	it("shows nothing of four answers, and quartiles of five", () => {
		const number = question("f", { kind: "number" });
		const of = (...numbers: number[]) =>
			resultOf(
				number,
				numbers.map((one) => ({ f: { number: one } })),
				"Sonstiges",
			);
		expect(of(1, 2, 3, 4)).toMatchObject({ answered: null, figures: null });
		expect(of(1, 2, 3, 4, 10).figures).toEqual({ median: 3, lower: 2, upper: 4, mean: 4 });
	});

	it("a scale with a small step shows no mean, from which the step could be worked out", () => {
		const scale = question("f", { kind: "scale", max: 2 });
		const of = (ones: number, twos: number) =>
			resultOf(
				scale,
				[...Array(ones).fill(1), ...Array(twos).fill(2)].map((number) => ({ f: { number } })),
				"",
			);
		expect(of(1, 20).figures).toBeNull();
		expect(of(20, 20).figures?.mean).toBe(1.5);
	});

	it("a ranking gives who was not ranked the middle of the places left", () => {
		const ranking = question("f", { kind: "ranking" });
		const all = Array.from({ length: 5 }, () => ({ f: { ranks: ["o2"] } }));
		expect(resultOf(ranking, all, "").ranks.map(({ key, place }) => [key, place])).toEqual([
			["o2", 1],
			["o1", 2.5],
			["o3", 2.5],
		]);
	});
});
