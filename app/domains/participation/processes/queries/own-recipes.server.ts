import type { Prisma } from "~/platform/database/generated/client";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { storedText } from "../../stored-text.server";
import { type OwnRecipeSettings, ownRecipeSettings } from "../own-recipe";
import { switches } from "../phase";
import { levels } from "../process";
import { isRecipe, type RecipeKey } from "../recipe";
import { layoutOf } from "../schedule";
import type { FoundProcess } from "./find-process.server";

/** A text of the frame as its form shows it. */
export function markdownOf(text: Prisma.JsonValue | null): string {
	return text === null ? "" : markdownFromRichText(storedText(text));
}

/** What a process sets, so that a next one can begin the same way: for a copy and for a recipe of one's own. */
export function settingsOf(process: FoundProcess): OwnRecipeSettings {
	const layout = layoutOf(process.phases, process.answeredUntil?.toISOString().slice(0, 10) ?? null);
	return {
		level: levels.find((level) => level === process.level) ?? null,
		moderation: process.moderation === "after" ? "after" : "before",
		guestsWelcome: process.guestsWelcome,
		categories: process.categories,
		purpose: markdownOf(process.purpose),
		fixedPoints: markdownOf(process.fixedPoints),
		openQuestions: markdownOf(process.openQuestions),
		decidedBy: process.decidedBy ?? "",
		phases: layout.phases.map(({ title, span, switches: on }) => ({
			title,
			span,
			switches: switches.filter((name) => on.includes(name)),
		})),
		days: layout.days,
	};
}

export type OwnRecipe = {
	id: string;
	name: string;
	recipe: RecipeKey;
	settings: OwnRecipeSettings;
	/** The process of the organisation whose parts a new one begins with, while it is there. */
	partsOf: { id: string; title: string } | null;
};

/** The organisation's own recipes by name; the caller has asked the policy. */
export async function ownRecipesOf(view: Pick<View, "db">, organisationId: string): Promise<OwnRecipe[]> {
	const rows = await view.db.ownRecipe.findMany({
		where: { organisationId, removedAt: null },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: 100,
		include: { partsOf: { select: { id: true, title: true, organisationId: true } } },
	});
	return rows.flatMap(({ id, name, recipe, settings, partsOf }) => {
		if (!isRecipe(recipe)) return [];
		const source = partsOf?.organisationId === organisationId ? { id: partsOf.id, title: partsOf.title } : null;
		return [{ id, name, recipe, settings: ownRecipeSettings.parse(settings), partsOf: source }];
	});
}
