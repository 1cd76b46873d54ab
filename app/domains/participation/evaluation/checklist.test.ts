import { expect, test } from "vitest";
import { type CheckFacts, type CheckKey, type CheckResult, checklist } from "./checklist";

const good: CheckFacts = {
	isImported: false,
	publishedAt: new Date("2026-05-01T10:00:00Z"),
	opensAt: new Date("2026-05-08T10:00:00Z"),
	hasDeputy: true,
	guestsWelcome: true,
	ways: 2,
	hasEasyLanguage: true,
	published: 12,
	answered: 12,
	surveys: { answered: 1, told: 1 },
	events: { held: 2, minutes: 2, accessible: 2 },
	checked: 10,
	assessed: 10,
	reportPublished: true,
};

test("everything that was kept is a yes", () => {
	expect(checklist(good).filter(({ result }) => result !== "yes")).toEqual([]);
});

test.each<[CheckKey, Partial<CheckFacts>, CheckResult["result"]]>([
	["announced", { opensAt: new Date("2026-05-08T09:59:00Z") }, "no"],
	["frame", { opensAt: new Date("2026-04-30T10:00:00Z") }, "no"],
	["frame", { isImported: true }, "none"],
	["announced", { isImported: true }, "none"],
	["deputy", { hasDeputy: false }, "no"],
	["access", { guestsWelcome: false }, "no"],
	["ways", { ways: 1 }, "no"],
	["easy-language", { hasEasyLanguage: false }, "no"],
	["accessible", { events: { held: 2, minutes: 2, accessible: 1 } }, "partly"],
	["minutes", { events: { held: 0, minutes: 0, accessible: 0 } }, "none"],
	["answered", { answered: 11 }, "partly"],
	["answered", { answered: 0, published: 0 }, "none"],
	["results-told", { surveys: { answered: 2, told: 0 } }, "no"],
	["check", { checked: 0 }, "no"],
	["assessed", { assessed: 9 }, "partly"],
	["report", { reportPublished: false }, "no"],
])("%s with %j is %s", (key, facts, expected) => {
	expect(checklist({ ...good, ...facts }).find((one) => one.key === key)?.result).toBe(expected);
});
