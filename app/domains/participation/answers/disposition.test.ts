import { describe, expect, it } from "vitest";
import { dispositions, type Meant, problemsOf } from "./disposition";
import { messages } from "./messages";

const meant: Meant = {
	disposition: "adopted",
	reasonText: "Zwanzig Zeichen sind nicht viel verlangt.",
	duplicateOf: null,
	contributions: ["a", "b"],
};

describe("an answer as it is meant", () => {
	it.each<[string, Partial<Meant>, string[]]>([
		["whole", {}, []],
		["no result", { disposition: "" }, ["disposition-missing"]],
		["an invented result", { disposition: "maybe" }, ["disposition-missing"]],
		["19 characters", { reasonText: "x".repeat(19) }, ["reason-too-short"]],
		["20 characters", { reasonText: "x".repeat(20) }, []],
		["20 blanks", { reasonText: " ".repeat(20) }, ["reason-too-short"]],
		["5,000 characters", { reasonText: "x".repeat(5000) }, []],
		["5,001 characters", { reasonText: "x".repeat(5001) }, ["reason-too-long"]],
		["duplicate of nothing", { disposition: "duplicate" }, ["duplicate-of-missing"]],
		["duplicate of another", { disposition: "duplicate", duplicateOf: "c" }, []],
		["duplicate of itself", { disposition: "duplicate", duplicateOf: "b" }, ["duplicate-of-itself"]],
		["everything wrong", { disposition: "", reasonText: "" }, ["disposition-missing", "reason-too-short"]],
	])("%s", (_name, change, codes) => {
		expect(problemsOf({ ...meant, ...change }).map(({ code }) => code)).toEqual(codes);
	});

	it("has a word for every result", () => {
		expect(Object.keys(messages.de.dispositions).toSorted()).toEqual([...dispositions].toSorted());
	});
});
