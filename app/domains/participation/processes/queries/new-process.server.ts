import { placeOf } from "~/domains/organisations/index.server";
import { personIdOf } from "~/platform/actor";
import { dayOf, inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import type { PartKind } from "../part";
import { mayManageProcesses } from "../policy.server";
import { awaitedParts, isRecipe, offeredRecipes, recipeKeys, recipeOf } from "../recipe";
import { recipeMessages } from "../recipe-messages";
import { ownRecipesOf } from "./own-recipes.server";
import { postChoices } from "./posts.server";

/** What „Neues Verfahren“ offers: recipes of the house whose parts exist, and the organisation's own. @throws NotFound, Forbidden */
export async function recipeChoices(
	view: View,
	{ place: slug, existing }: { place: string; existing: readonly PartKind[] },
) {
	const place = await placeOf(view, slug);
	demand(mayManageProcesses, view.actor, place);
	const offered = offeredRecipes(existing);
	const own = await ownRecipesOf(view, place.organisationId);
	return {
		place: { slug: place.slug, name: place.name },
		organisationId: place.organisationId,
		offered,
		later: recipeKeys
			.filter((key) => !offered.includes(key))
			.map((key) => ({ key, parts: awaitedParts(key, existing) })),
		own: own.filter(({ recipe }) => offered.includes(recipe)).map(({ id, name, recipe }) => ({ id, name, recipe })),
	};
}

/** The form for a new process with everything preset that can be known. @throws NotFound for what is not offered, Forbidden */
export async function newProcessPage(
	view: View,
	{
		place: slug,
		recipe,
		own,
		existing,
	}: { place: string; recipe: string; own: string | null; existing: readonly PartKind[] },
) {
	const place = await placeOf(view, slug);
	demand(mayManageProcesses, view.actor, place);
	if (!isRecipe(recipe) || !offeredRecipes(existing).includes(recipe)) throw new NotFound();
	const { organisationId } = place;
	const saved = own === null ? null : (await ownRecipesOf(view, organisationId)).find(({ id }) => id === own);
	if (own !== null && saved?.recipe !== recipe) throw new NotFound();
	const [posts, post, last] = await Promise.all([
		postChoices(view, organisationId),
		ownPost(view, organisationId),
		view.db.process.findFirst({
			where: { organisationId, binnedAt: null },
			orderBy: [{ createdAt: "desc" }, { id: "asc" }],
			select: { decidedBy: true, responsiblePostId: true, deputyPostId: true },
		}),
	]);
	const { days, quick, parts, categories, moderation, guestsWelcome } = recipeOf(recipe);
	const open = saved?.settings.days.open ?? days.open;
	const first = dayOf(view.now).add({ days: days.until });
	const lastDay = first.add({ days: open - 1 });
	const known = (id: string | null | undefined) => (posts.some((choice) => choice.id === id) ? (id ?? "") : "");
	const responsible = known(post) || known(last?.responsiblePostId) || (posts.length === 1 ? (posts[0]?.id ?? "") : "");
	const deputy = known(last?.deputyPostId);
	return {
		place: { slug: place.slug, name: place.name },
		organisationId,
		recipe,
		ownRecipe: saved ? { id: saved.id, name: saved.name, partsOf: saved.partsOf } : null,
		quick,
		asksForCategories: parts.includes("contributions"),
		posts,
		settings: saved
			? {
					moderation: saved.settings.moderation,
					guestsWelcome: saved.settings.guestsWelcome,
					level: saved.settings.level,
					phases: saved.settings.phases,
				}
			: { moderation, guestsWelcome },
		quickOpen: textFor(view.locale, recipeMessages)("quickOpen"),
		presets: {
			purpose: saved?.settings.purpose ?? "",
			fixedPoints: saved?.settings.fixedPoints ?? "",
			openQuestions: saved?.settings.openQuestions ?? "",
			decidedBy: saved?.settings.decidedBy || (last?.decidedBy ?? ""),
			firstDay: first.toString(),
			lastDay: lastDay.toString(),
			answeredUntil: lastDay.add({ days: saved?.settings.days.answer ?? days.answer }).toString(),
			responsiblePostId: responsible,
			deputyPostId: deputy === responsible ? "" : deputy,
			categories: (saved?.settings.categories ?? categories[view.locale]).join("\n"),
		},
	};
}

/** The post that this reader holds in the organisation, if any. */
async function ownPost(view: View, organisationId: string): Promise<string | null> {
	const personId = personIdOf(view.actor);
	if (personId === null) return null;
	const holding = await view.db.postHolding.findFirst({
		where: { personId, ...inForce(today(view.now)), post: { organisationId } },
		orderBy: { validFrom: "desc" },
		select: { postId: true },
	});
	return holding?.postId ?? null;
}
