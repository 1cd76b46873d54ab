import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closingRefused, closings, isOpen, lacks, mayMove, movesOf, states } from "./concern";

describe("the way of a concern", () => {
	test.each([
		["CAPTURED", ["CLARIFIED", "ASSIGNED", "CLOSED"]],
		["CLARIFIED", ["ASSIGNED", "CLOSED"]],
		["ASSIGNED", ["FORWARDED", "EXAMINED", "ANSWERED", "CLOSED"]],
		["FORWARDED", ["ASSIGNED", "EXAMINED", "ANSWERED", "CLOSED"]],
		["EXAMINED", ["ASSIGNED", "FORWARDED", "ANSWERED", "CLOSED"]],
		["ANSWERED", ["EXAMINED", "CLOSED"]],
		["CLOSED", ["EXAMINED"]],
	] as const)("%s", (from, to) => {
		expect(states.filter((state) => mayMove(from, state)).sort()).toEqual([...to].sort());
		expect(movesOf(from)).toEqual(states.filter((one) => mayMove(from, one) && one === "EXAMINED"));
	});

	test("past captured it has a post, a step and a date", () => {
		const bare = { postId: null, nextStep: null, nextOn: null };
		expect(lacks({ state: "CAPTURED", ...bare })).toEqual([]);
		expect(lacks({ state: "CLOSED", ...bare })).toEqual([]);
		for (const state of states.filter((one) => one !== "CAPTURED" && one !== "CLOSED")) {
			expect(lacks({ state, ...bare })).toEqual(["post-missing", "step-missing", "date-missing"]);
			expect(lacks({ state, postId: "p", nextStep: "REPLY", nextOn: "2026-01-01" })).toEqual([]);
		}
	});
});

describe("no silent end", () => {
	const answered = { state: "ANSWERED", reportedBack: true, hasAsker: true } as const;
	test.each([
		[answered, "ANSWERED", null],
		[{ ...answered, reportedBack: false }, "ANSWERED", "report-back-missing"],
		// reopened by "not answered": the former report-back is not enough
		[{ ...answered, state: "EXAMINED" }, "ANSWERED", "report-back-missing"],
		[{ ...answered, state: "CLOSED" }, "ANSWERED", "closed-before"],
		[answered, "UNREACHABLE", "asker-reported"],
		[{ state: "ASSIGNED", reportedBack: false, hasAsker: true }, "UNREACHABLE", null],
		[{ state: "ASSIGNED", reportedBack: false, hasAsker: true }, "ANONYMOUS", "asker-known"],
		[{ state: "ASSIGNED", reportedBack: false, hasAsker: false }, "ANONYMOUS", null],
	] as const)("%j because %s: %s", (given, because, expected) => {
		expect(closingRefused(given, because)).toBe(expected);
	});

	test("whatever the case: it ends by a report-back or a recorded impossibility, and only once", () => {
		const given = fc.record({
			state: fc.constantFrom(...states),
			reportedBack: fc.boolean(),
			hasAsker: fc.boolean(),
		});
		fc.assert(
			fc.property(given, fc.constantFrom(...closings), (concern, because) => {
				if (closingRefused(concern, because) !== null) return;
				expect(concern.state).not.toBe("CLOSED");
				if (because === "ANSWERED") expect([concern.state, concern.reportedBack]).toEqual(["ANSWERED", true]);
				else expect(isOpen(concern.state) || !concern.reportedBack).toBe(true);
			}),
		);
	});
});
