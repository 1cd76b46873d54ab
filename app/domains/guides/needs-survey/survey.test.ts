import { describe, expect, it } from "vitest";
import { answerRefusal, counted, optionsOf, questionRefusal, surveyLimits, surveyState } from "./survey";

const opened = new Date("2026-03-01T10:00:00Z");

describe("a survey", () => {
	it.each([
		[null, "2026-03-10", "draft"],
		[opened, "2026-03-31", "open"],
		[opened, "2026-04-01", "over"],
	] as const)("opened %s is on %s: %s", (openedAt, day, state) =>
		expect(surveyState({ openedAt, closesOn: "2026-03-31" }, day)).toBe(state),
	);
	it("takes options line by line", () => expect(optionsOf("  Ja \r\n\nNein\nJa\n")).toEqual(["Ja", "Nein"]));
});

describe("a question", () => {
	it.each([
		["TEXT", [], null],
		["RATING", [], null],
		["CHOICE", ["Ja"], "options-missing"],
		["CHOICE", ["Ja", "Nein"], null],
		["CHOICE", Array.from({ length: surveyLimits.optionsMost + 1 }, (_, at) => `Antwort ${at}`), "options-too-many"],
		["CHOICE", ["Ja", "n".repeat(surveyLimits.optionMost + 1)], "option-too-long"],
	] as const)("%s with %j: %s", (kind, options, refusal) => expect(questionRefusal({ kind, options })).toBe(refusal));
});

describe("an answer", () => {
	const choice = { kind: "CHOICE", options: ["Ja", "Nein"] } as const;
	it.each([
		[{ kind: "TEXT", options: [] } as const, "Mehr Busse.", null],
		[{ kind: "TEXT", options: [] } as const, "x".repeat(surveyLimits.answerMost + 1), "answer-too-long"],
		[{ kind: "RATING", options: [] } as const, "5", null],
		[{ kind: "RATING", options: [] } as const, "6", "answer-wrong"],
		[{ kind: "RATING", options: [] } as const, "0", "answer-wrong"],
		[choice, "Nein", null],
		[choice, "Vielleicht", "answer-wrong"],
		[choice, "", null],
	])("to %j may be %s: %s", (question, text, refusal) => expect(answerRefusal(question, text)).toBe(refusal));
	it("is counted in the order of the question, with those that nobody gave", () => {
		expect(counted(choice, ["Nein", "Nein"])).toEqual([
			{ answer: "Ja", count: 0 },
			{ answer: "Nein", count: 2 },
		]);
		expect(counted({ kind: "TEXT", options: [] }, ["Ja"])).toEqual([]);
	});
});
