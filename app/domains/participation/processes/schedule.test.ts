import { describe, expect, it } from "vitest";
import { daysOf, momentsOf } from "./phase";
import { recipes } from "./recipe";
import { beginningOf, changesTheVote, datesFor, endOf, inOrder, layoutOf } from "./schedule";

const asked = { firstDay: "2026-03-02", lastDay: "2026-06-29", answeredUntil: "2026-08-10" };
const named = (dates: { opensAt: Date; closesAt: Date }[]) =>
	dates.map((phase) => {
		const { firstDay, lastDay } = daysOf(phase);
		return `${firstDay} ${lastDay}`;
	});

describe("the phases of a recipe are laid out over the days that were asked for", () => {
	it("without gaps across the change of the clock, with the answers behind them", () => {
		const dates = datesFor(recipes["citizens-budget"].phases, asked);
		expect(named(dates)).toEqual([
			"2026-03-02 2026-04-18",
			"2026-04-19 2026-05-30",
			"2026-05-31 2026-06-29",
			"2026-06-30 2026-08-10",
		]);
		for (const [index, { closesAt }] of dates.slice(0, -1).entries()) {
			expect(dates[index + 1]?.opensAt).toEqual(closesAt);
		}
	});

	it.each([
		["2026-03-29", "2026-03-29", "2026-03-29"],
		["2026-10-24", "2026-10-26", "2026-10-26"],
	])("gives every phase a day, also from %s to %s", (firstDay, lastDay, answeredUntil) => {
		for (const { phases } of Object.values(recipes)) {
			for (const { opensAt, closesAt } of datesFor(phases, { firstDay, lastDay, answeredUntil })) {
				expect(closesAt.getTime() - opensAt.getTime()).toBeGreaterThanOrEqual(23 * 3_600_000);
			}
		}
	});

	it("is read back as the same layout", () => {
		for (const { phases } of Object.values(recipes)) {
			const dates = datesFor(phases, asked);
			const stored = phases.map(({ key, switches }, index) => {
				const moments = dates[index];
				if (!moments) throw new Error("a date per phase");
				return { title: key, switches, ...moments };
			});
			const layout = layoutOf(stored, asked.answeredUntil);
			expect(layout.days).toEqual({ open: 120, answer: 42 });
			expect(named(datesFor(layout.phases, asked)).sort()).toEqual(named(dates).sort());
			expect([beginningOf(stored), endOf(stored)]).toEqual([asked.firstDay, asked.lastDay]);
		}
	});
});

it("stands in the order in which people meet it", () => {
	const [late, long, short] = [
		{ ...momentsOf("2026-03-03", "2026-03-04"), switches: ["late"] },
		{ ...momentsOf("2026-03-01", "2026-03-09"), switches: ["long"] },
		{ ...momentsOf("2026-03-01", "2026-03-02"), switches: ["short"] },
	];
	expect(inOrder([late, long, short])).toEqual([short, long, late]);
});

describe("what a vote means stands after the first vote", () => {
	const vote = { id: "vote", switches: ["vote"], ...momentsOf("2026-06-01", "2026-06-30") };
	const result = { id: "result", switches: ["results"], ...momentsOf("2026-07-01", "2026-07-31") };
	const before = [vote, result];
	it.each<[string, typeof before, boolean]>([
		["nothing changed", before, false],
		["prolonged", [{ ...vote, ...momentsOf("2026-06-01", "2026-07-05") }], false],
		["shortened", [{ ...vote, ...momentsOf("2026-06-01", "2026-06-20") }, result], true],
		["begun earlier", [{ ...vote, ...momentsOf("2026-05-01", "2026-06-30") }, result], true],
		["switched off", [{ ...vote, switches: ["comment"] }, result], true],
		["removed", [result], true],
		["a second vote", [...before, { ...vote, id: "second" }], true],
		["results while others vote", [vote, { ...result, ...momentsOf("2026-06-15", "2026-07-31") }], true],
		["results of the vote itself", [{ ...vote, switches: ["vote", "results"] }, result], true],
		["comments meanwhile", [...before, { ...vote, id: "talk", switches: ["comment"] }], false],
	])("%s: %s", (_name, later, changes) => expect(changesTheVote(before, later)).toBe(changes));
});
