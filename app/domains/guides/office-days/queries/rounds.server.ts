import { daysFrom, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { covers } from "../../plans/coverage-plan";
import { plansInForce } from "../../plans/queries/plans.server";
import { routedBy } from "../../plans/queries/route.server";
import { cellOf, coveredPlaces, territoryOf } from "../../plans/queries/territory.server";
import { heldPosts } from "../../queries/held-posts.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { officeDays } from "./upcoming.server";

/** How far back and ahead the rounds are looked at, in days. */
const span = 90;

/**
 * A guide's own rounds: the units for which one of her posts answers, with her last and her next office day there; those without
 * a next one first. Nobody sees those of others, and nothing is ranked. @throws NotFound; Forbidden or SignInNeeded
 */
export async function roundsPage(view: View, slug: string) {
	const place = await placeOfGuides(view, slug);
	const { db, now } = view;
	const day = dayText(today(now));
	const [posts, plans, territory, places] = await Promise.all([
		heldPosts(view),
		plansInForce(db, place.ownerId),
		territoryOf(db, place.ownerId),
		coveredPlaces(db, place.ownerId),
	]);
	const plan = plans.find((one) => covers(one, day));
	const topics = [null, ...territory.topics.filter((topic) => covers(topic, day)).map(({ id }) => id)];
	const own = places.filter(
		({ depth, bodies }) =>
			depth <= 1 &&
			plan !== undefined &&
			topics.some((topicId) => {
				const routed = routedBy(plan, cellOf(territory, bodies, topicId), day);
				return routed !== null && posts.includes(routed.postId);
			}),
	);
	const days =
		own.length === 0
			? []
			: await officeDays(view, {
					ownerId: place.ownerId,
					postIds: posts,
					from: dayText(daysFrom(today(now), -span)),
					to: dayText(daysFrom(today(now), span)),
				});
	const rounds = own.map(({ id, name }) => {
		const here = days.filter(({ municipality, opening }) => municipality.id === id && !opening.cancelled);
		const next = here.find(({ opening }) => opening.closesAt > now) ?? null;
		const last = here.findLast(({ opening }) => opening.closesAt <= now) ?? null;
		return {
			id,
			name,
			last: last?.opening.day ?? null,
			next: next && { code: next.code, day: next.day, on: next.opening.day },
		};
	});
	return {
		place,
		rounds: rounds.toSorted(
			(one, other) =>
				Number(one.next !== null) - Number(other.next !== null) ||
				(one.next?.on ?? "").localeCompare(other.next?.on ?? "") ||
				one.name.localeCompare(other.name, "de"),
		),
	};
}
