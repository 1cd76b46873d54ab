import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { house, sourceFiles } from "./source-files";
import { wordingProblems } from "./wording";

describe("this house", () => {
	const files = sourceFiles("app", /(^|\/|-)messages\.ts$/);
	test.each(files)("%s", async (file) => {
		const exported: Record<string, unknown> = await import(join(house, file));
		const texts = Object.entries(exported).filter(([name]) => /messages$/i.test(name));
		expect(texts.length).toBeGreaterThan(0);
		expect(texts.map(([name, messages]) => [name, wordingProblems(messages)])).toEqual(
			texts.map(([name]) => [name, []]),
		);
	});
	test("has a messages.ts in each domain that shows pages", () => {
		const domains = sourceFiles("app/domains", /\/(routes|ui)\/[^/]+\.tsx$/).map((path) =>
			path.split("/", 3).join("/"),
		);
		expect([...new Set(domains)].filter((domain) => !files.some((file) => file.startsWith(`${domain}/`)))).toEqual([]);
	});
});

describe("the check can fail", () => {
	const good = { a: "Sie haben „{title}“ gelesen.", b: { c: "{count, plural, one {# Beitrag} other {# Beiträge}}" } };
	const goodEnglish = { a: "You have read “{title}”.", b: { c: "{count, plural, one {# idea} other {# ideas}}" } };

	test("good texts pass", () => {
		expect(wordingProblems({ de: good, en: goodEnglish })).toEqual([]);
	});

	test("proper words that resemble a foreign spelling pass", () => {
		const words =
			"Neue aktuelle Steuern, Feuerwehr, Bauen, Frauen, zuerst, Abenteuer, genaue Dauer, Quelle, Poesie, Aerosol, Israel, unter /pruefen";
		expect(wordingProblems({ de: { a: words }, en: { a: "x" } })).toEqual([]);
	});

	test.each<[string, unknown, unknown]>([
		["no languages", undefined, {}],
		["missing in English", { a: "x", b: "y" }, { a: "x" }],
		["missing in German", { a: "x" }, { a: "x", b: "y" }],
		["empty", { a: " " }, { a: "x" }],
		["empty in English", { a: "x" }, { a: "" }],
		["not a text", { a: 1 }, { a: "x" }],
		["not ICU", { a: "x {" }, { a: "x" }],
		["another argument", { a: "{name}" }, { a: "{title}" }],
		["another tag", { a: "<b>x</b>" }, { a: "x" }],
		["an argument less inside a plural", { a: "{n, plural, other {{name}}}" }, { a: "{n, plural, other {#}}" }],
		["ASCII umlaut", { a: "Bitte pruefen Sie" }, { a: "x" }],
		["ASCII ß", { a: "Die Massnahme" }, { a: "x" }],
		["straight quotes", { a: 'Das "Ziel"' }, { a: "x" }],
		["English quotes", { a: "Das “Ziel”" }, { a: "x" }],
		["an open quote", { a: "Das „Ziel" }, { a: "x" }],
		["quotes the wrong way round", { a: "Das “Ziel„" }, { a: "x" }],
	])("%s", (_, de, en) => {
		expect(wordingProblems({ de, en }).length).toBeGreaterThan(0);
	});
});
