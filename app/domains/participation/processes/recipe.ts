import { type PartKind, partKinds } from "./part";
import type { Switch } from "./phase";
import type { Level } from "./process";

/** Each has a title in `recipe-messages.ts`. */
type PhaseKey =
	| "collect"
	| "answer"
	| "annotate"
	| "survey"
	| "propose"
	| "check"
	| "vote"
	| "look"
	| "experience"
	| "group"
	| "draft"
	| "revise"
	| "display"
	| "series"
	| "poll"
	| "online"
	| "onSite";

/**
 * A phase as a recipe lays it out. `from` and `to` are shares of the days that are asked for (0 is the first, 1 the end of
 * the last); "after" runs from the end of them until contributors are answered.
 */
export type RecipePhase = { key: PhaseKey; switches: readonly Switch[]; span: { from: number; to: number } | "after" };

/** What a recipe (Muster) sets; everything can be changed afterwards. */
export type Recipe = {
	/** What the process consists of. */
	parts: readonly PartKind[];
	level: Level;
	moderation: "before" | "after";
	guestsWelcome: boolean;
	/** Proposals in days: until it begins, how long people take part, and from then until everybody is answered. */
	days: { until: number; open: number; answer: number };
	phases: readonly RecipePhase[];
	/** Three lines instead of the full frame, and no Beteiligungs-Check. */
	quick: boolean;
	categories: { de: readonly string[]; en: readonly string[] };
};

const after: RecipePhase = { key: "answer", switches: ["results"], span: "after" };
const whole = { from: 0, to: 1 };
const usual = { level: "consult", moderation: "before", guestsWelcome: true, quick: false } as const;
const noCategories = { de: [], en: [] } as const;
const topics = {
	de: ["Verkehr und Wege", "Grün und Spielplätze", "Gebäude und Plätze", "Zusammenleben", "Sonstiges"],
	en: ["Traffic and paths", "Greens and playgrounds", "Buildings and squares", "Living together", "Other"],
} as const;

export const recipes = {
	"idea-collection": {
		...usual,
		parts: ["contributions"],
		days: { until: 7, open: 42, answer: 42 },
		phases: [{ key: "collect", switches: ["contribute", "comment", "support"], span: whole }, after],
		categories: topics,
	},
	"comment-draft": {
		...usual,
		parts: ["texts"],
		level: "involve",
		days: { until: 7, open: 28, answer: 42 },
		phases: [{ key: "annotate", switches: ["annotate", "support"], span: whole }, after],
		categories: noCategories,
	},
	survey: {
		...usual,
		parts: ["surveys"],
		days: { until: 7, open: 28, answer: 28 },
		phases: [{ key: "survey", switches: ["survey"], span: whole }, after],
		categories: noCategories,
	},
	"citizens-budget": {
		...usual,
		parts: ["contributions", "budgets"],
		level: "involve",
		days: { until: 14, open: 120, answer: 42 },
		phases: [
			{ key: "propose", switches: ["contribute", "comment", "support"], span: { from: 0, to: 0.4 } },
			{ key: "check", switches: [], span: { from: 0.4, to: 0.75 } },
			{ key: "vote", switches: ["vote"], span: { from: 0.75, to: 1 } },
			after,
		],
		categories: topics,
	},
	"variant-vote": {
		...usual,
		parts: ["votes"],
		level: "involve",
		days: { until: 7, open: 28, answer: 28 },
		phases: [
			{ key: "look", switches: [], span: { from: 0, to: 0.25 } },
			{ key: "vote", switches: ["vote"], span: { from: 0.25, to: 1 } },
			after,
		],
		categories: noCategories,
	},
	guidelines: {
		...usual,
		parts: ["contributions", "texts", "events"],
		level: "involve",
		days: { until: 28, open: 240, answer: 90 },
		phases: [
			{ key: "experience", switches: ["contribute", "comment", "support"], span: { from: 0, to: 0.25 } },
			{ key: "group", switches: [], span: { from: 0.15, to: 0.7 } },
			{ key: "draft", switches: ["annotate", "support"], span: { from: 0.7, to: 0.85 } },
			{ key: "revise", switches: [], span: { from: 0.85, to: 1 } },
			after,
		],
		categories: {
			de: ["Wann beteiligen?", "Wie beteiligen?", "Antworten und Ergebnisse", "Digitale Beteiligung"],
			en: ["When to involve people", "How to involve people", "Answers and results", "Digital participation"],
		},
	},
	// The length of the period is computed by the planning helper; these days are never shorter than the law's.
	"formal-display": {
		...usual,
		parts: ["planning"],
		guestsWelcome: true,
		days: { until: 14, open: 33, answer: 120 },
		phases: [{ key: "display", switches: ["statement"], span: whole }, after],
		categories: noCategories,
	},
	"event-series": {
		...usual,
		parts: ["events", "contributions"],
		days: { until: 21, open: 60, answer: 42 },
		phases: [{ key: "series", switches: ["contribute"], span: whole }, after],
		categories: noCategories,
	},
	"quick-poll": {
		...usual,
		parts: ["surveys"],
		quick: true,
		days: { until: 1, open: 14, answer: 14 },
		phases: [{ key: "poll", switches: ["survey"], span: whole }, after],
		categories: noCategories,
	},
	hybrid: {
		...usual,
		parts: ["contributions", "events"],
		days: { until: 21, open: 49, answer: 42 },
		phases: [
			{ key: "online", switches: ["contribute", "comment", "support"], span: whole },
			{ key: "onSite", switches: [], span: { from: 0.3, to: 0.7 } },
			after,
		],
		categories: topics,
	},
} as const satisfies Record<string, Recipe>;

export type RecipeKey = keyof typeof recipes;
export const recipeKeys = Object.keys(recipes) as RecipeKey[];

export function isRecipe(key: string): key is RecipeKey {
	return Object.hasOwn(recipes, key);
}

/** The recipe of a stored process; one that no longer exists counts as an idea collection. */
export function recipeOf(key: string): Recipe {
	return recipes[isRecipe(key) ? key : "idea-collection"];
}

/** The recipes all of whose parts exist in this house; the others appear as soon as their part is registered. */
export function offeredRecipes(existing: readonly PartKind[]): RecipeKey[] {
	return recipeKeys.filter((key) => recipes[key].parts.every((part) => existing.includes(part)));
}

/** Parts that a recipe still waits for, in the order of the kinds. */
export function awaitedParts(key: RecipeKey, existing: readonly PartKind[]): PartKind[] {
	const wanted: readonly PartKind[] = recipes[key].parts;
	return partKinds.filter((part) => wanted.includes(part) && !existing.includes(part));
}
