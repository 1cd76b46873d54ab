import { houseAddress } from "~/platform/address.server";
import { textFor } from "~/platform/i18n";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { messages as absence } from "../absence/messages";
import { type PlaceList, type PlaceWork, placeParts } from "../composition.server";
import { messages as handOver } from "../hand-over/messages";
import { mayAdminister, worksFor } from "../policy.server";
import { type Place, placeOf } from "./place.server";
import { postsAt } from "./posts.server";

const shownAtStart = 6;

/** The start page of a place: what its domains add to it, who is there for people, and how many more posts there are. */
export async function placeStart(view: View, slug: string) {
	const { place, posts } = await postsAt(view, slug);
	const lists = await Promise.all(placeParts().map((part) => part.lists?.(view, place) ?? []));
	return {
		place,
		address: houseAddress(`/o/${place.slug}`),
		lists: lists.flat().filter((list: PlaceList) => list.entries.length > 0),
		posts: posts.slice(0, shownAtStart),
		morePosts: Math.max(0, posts.length - shownAtStart),
		staff: worksFor(view.actor, place),
	};
}

/** What people do who work at a place. @throws NotFound; Forbidden or SignInNeeded for others */
export async function placeWork(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(worksFor, view.actor, place);
	const added = await Promise.all(placeParts().map((part) => part.work?.(view, place) ?? []));
	const here = `/o/${slug}/verwaltung`;
	const a = textFor(view.locale, absence);
	const h = textFor(view.locale, handOver);
	const own = [
		{ href: `${here}/abwesenheiten`, label: a("list.link"), text: a("list.linkText") },
		{ href: `${here}/uebergaben`, label: h("list.title"), text: h("list.linkText") },
	];
	const work: PlaceWork[] = [...added.flat(), ...own];
	return { place, work, administers: mayAdminister(view.actor, place) };
}

/** A place for those who administer it. @throws NotFound; Forbidden or SignInNeeded for others */
export async function managedPlace(view: View, slug: string): Promise<Place> {
	const place = await placeOf(view, slug);
	demand(mayAdminister, view.actor, place);
	return place;
}
