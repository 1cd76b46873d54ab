import { describe, expect, it } from "vitest";
import { authorityPeriod, dueProblem, readAuthorities } from "./authority";

describe("the list of authorities", () => {
	it("is read as tables and people write it", () => {
		const text =
			"Forstamt Koblenz; forst@example.org\n\nSGD Nord, Wasser\tSGD@example.org \r\nKreis, Abteilung 7, kreis@example.org";
		expect(readAuthorities(text)).toEqual({
			done: true,
			value: [
				{ name: "Forstamt Koblenz", email: "forst@example.org" },
				{ name: "SGD Nord, Wasser", email: "sgd@example.org" },
				{ name: "Kreis, Abteilung 7", email: "kreis@example.org" },
			],
		});
	});

	it.each([
		["", "authorities-missing", undefined],
		["Forstamt", "authority-unreadable", 1],
		["Forstamt; forst@example.org\nX; y@example.org", "authority-unreadable", 2],
		["Forstamt; forst@", "authority-unreadable", 1],
		["Forstamt; forst@example.org\nForst; FORST@example.org", "authority-twice", 2],
	])("%j: %s", (text, code, line) => {
		const read = readAuthorities(text);
		expect(read).toMatchObject({ refusals: [{ code, ...(line ? { values: { line } } : {}) }] });
	});
});

describe("the period for authorities (§ 4 (2) BauGB)", () => {
	// the day of the notice does not count: one day later than a display that begins on it
	it.each([
		["2026-02-01", "2026-03-03", "2026-03-03"],
		["2026-01-31", "2026-03-02", "2026-03-02"],
		["2026-07-14", "2026-08-14", "2026-08-14"],
		["2026-01-30", "2026-03-01", "2026-03-02"],
	])("notified on %s: earliest %s, proposed %s", (notified, earliest, proposed) => {
		expect(authorityPeriod(notified, "2026-01-01", "07")).toEqual({ earliest, proposed });
	});

	it("is proposed until the display ends where that is later", () => {
		expect(authorityPeriod("2026-02-01", "2026-03-20", "07").proposed).toBe("2026-03-20");
	});

	it.each([
		[1, "2026-03-03", null],
		[1, "2026-03-02", "due-too-short"],
		[2, "2026-02-20", null],
		[2, "2026-02-01", "due-over"],
		[1, "2026-01-31", "due-over"],
	])("display %i until %s: %s", (round, dueOn, code) => {
		expect(dueProblem({ round, dueOn }, "2026-03-03", "2026-02-01")?.code ?? null).toBe(code);
	});
});
