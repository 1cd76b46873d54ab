import type { Switch } from "./phase";
import type { Level } from "./process";

/** What a recipe (Muster) sets; everything can be changed afterwards. */
export type Recipe = {
	level: Level;
	/** The first phase gets the dates that are asked for; the next ones follow it until contributors are answered. */
	phases: { key: "collect" | "answer"; switches: Switch[] }[];
	/** Days from the end of contributing to the answers, as a proposal. */
	answerAfterDays: number;
	categories: { de: string[]; en: string[] };
};

export const recipes = {
	"idea-collection": {
		level: "consult",
		phases: [
			{ key: "collect", switches: ["contribute", "comment", "support"] },
			{ key: "answer", switches: ["results"] },
		],
		answerAfterDays: 42,
		categories: {
			de: ["Verkehr und Wege", "Grün und Spielplätze", "Gebäude und Plätze", "Zusammenleben", "Sonstiges"],
			en: ["Traffic and paths", "Greens and playgrounds", "Buildings and squares", "Living together", "Other"],
		},
	},
} as const satisfies Record<string, Recipe>;

export type RecipeKey = keyof typeof recipes;
