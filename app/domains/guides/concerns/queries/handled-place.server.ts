import type { View } from "~/platform/world.server";
import { postChoices } from "../../plans/queries/plans.server";
import { coveredPlaces } from "../../plans/queries/territory.server";
import { placeChoices } from "../../queries/place-choices.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { handlePage } from "./concern-page.server";
import { topicsOf } from "./new-concern-page.server";

/** A concern at its place, for those who handle it. @throws NotFound; Forbidden or SignInNeeded */
export async function concernAt(view: View, { place: slug, concern: code }: { place: string; concern: string }) {
	const place = await placeOfGuides(view, slug);
	const concern = await handlePage(view, { ownerId: place.ownerId, code });
	return { place, concern };
}

/** What the form for clarifying offers. */
export async function clarifyingAt(view: View, params: { place: string; concern: string }) {
	const found = await concernAt(view, params);
	return { ...found, ...(await choices(view, found.place.ownerId)) };
}

/** Places, topics and posts to choose from. */
export async function choices(view: View, ownerId: string) {
	const [places, topics, posts] = await Promise.all([
		coveredPlaces(view.db, ownerId),
		topicsOf(view, ownerId),
		postChoices(view, ownerId),
	]);
	return {
		places: await placeChoices(view, places),
		topics: topics.map(({ id, name }) => ({ value: id, label: name })),
		posts: posts.map(({ id, label }) => ({ value: id, label })),
	};
}
