import { describe, expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { checkPoints, openPoints } from "./check";
import { newProcessForm } from "./forms";
import { guideMessages } from "./guide-messages";
import { inForceOn } from "./guidelines";
import { type HelpAct, helpStateOf, mayHappenToHelp } from "./help";
import { messages } from "./messages";
import { partKinds } from "./part";
import { takesPart } from "./phase";
import { awaitedParts, isRecipe, offeredRecipes, recipeKeys, recipeOf, recipes } from "./recipe";
import { recipeMessages } from "./recipe-messages";
import { setupMessages } from "./setup-messages";

describe("recipes", () => {
	it("are ten, each with a phase in which people take part and one in which they are answered", () => {
		expect(recipeKeys).toHaveLength(10);
		for (const key of recipeKeys) {
			const { phases } = recipeOf(key);
			expect(phases.some(takesPart), key).toBe(true);
			expect(
				phases.filter(({ span }) => span === "after").map(({ switches }) => switches),
				key,
			).toEqual([["results"]]);
		}
	});

	it("are offered when all their parts exist", () => {
		expect(offeredRecipes(["contributions"])).toEqual(["idea-collection"]);
		expect(offeredRecipes(["contributions", "events"])).toEqual(["idea-collection", "event-series", "hybrid"]);
		expect(offeredRecipes(partKinds)).toEqual(recipeKeys);
		expect(awaitedParts("guidelines", ["contributions"])).toEqual(["texts", "events"]);
		expect(offeredRecipes([])).toEqual([]);
	});

	it("know their names only", () => {
		expect([isRecipe("survey"), isRecipe("constructor"), isRecipe("")]).toEqual([true, false, false]);
		expect(recipeOf("gone")).toBe(recipes["idea-collection"]);
	});

	it("give no less than the month of § 3 (2) BauGB", () => {
		expect(recipes["formal-display"].days.open).toBeGreaterThanOrEqual(32);
	});

	it("ask for twelve things at most", () => {
		const asked = Object.keys(newProcessForm.shape).filter((name) => !name.endsWith(".json"));
		expect(asked.length).toBeLessThanOrEqual(12);
	});
});

it("every page's words stand in both languages", () => {
	for (const texts of [messages, setupMessages, recipeMessages, guideMessages]) expect(missingTexts(texts)).toEqual([]);
});

describe("the Beteiligungs-Check", () => {
	const idea = { recipe: "idea-collection" };
	it.each([
		["no guidelines", idea, null, 0],
		["guidelines that leave it free", idea, { checkDemanded: false }, 0],
		["guidelines that demand it", idea, { checkDemanded: true }, checkPoints.length - 1],
		["a quick poll", { recipe: "quick-poll" }, { checkDemanded: true }, 0],
	])("%s", (_name, process, guidelines, open) => {
		expect(openPoints(process, guidelines, [{ point: "early" }])).toHaveLength(open);
	});
});

describe("the guidelines in force", () => {
	const version = (number: number, day: string) => ({ version: number, validFrom: new Date(`${day}T00:00:00Z`) });
	const versions = [
		version(1, "2024-01-01"),
		version(2, "2026-03-01"),
		version(3, "2026-03-01"),
		version(4, "2027-01-01"),
	];
	it.each([
		["2023-12-31", null],
		["2024-01-01", 1],
		["2026-02-28", 1],
		["2026-03-01", 3],
		["2030-01-01", 4],
	])("on %s: version %s", (day, expected) => {
		expect(inForceOn(versions, new Date(`${day}T00:00:00Z`))?.version ?? null).toBe(expected);
	});
});

describe("help by another organisation", () => {
	const moment = new Date("2026-06-01T00:00:00Z");
	const states = {
		asked: { acceptedAt: null, endedAt: null },
		running: { acceptedAt: moment, endedAt: null },
		declined: { acceptedAt: null, endedAt: moment },
		ended: { acceptedAt: moment, endedAt: moment },
	} as const;
	it.each<[keyof typeof states, HelpAct[]]>([
		["asked", ["accept", "end"]],
		["running", ["end", "note-hours"]],
		["declined", []],
		["ended", ["note-hours"]],
	])("%s: %j", (state, acts) => {
		expect(helpStateOf(states[state])).toBe(state);
		const all: HelpAct[] = ["accept", "end", "note-hours"];
		expect(all.filter((act) => mayHappenToHelp(state, act))).toEqual(acts);
	});
});
