import { daysFrom, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { isOpen, states } from "../../concerns/concern";
import { type Plan, postOf, resolve } from "../coverage-plan";
import { bodiesAbove, cellOf, territoryOf } from "./territory.server";

type Counted = { id: string; name: string; count: number };

/** What a plan would have meant for the concerns of the last twelve months. */
export type Trial = {
	concerns: number;
	/** Those that would have had another post than the one that has them. */
	changed: number;
	/** Open ones among these: for them hand-overs would be proposed. */
	changedOpen: number;
	/** Who would have got how many, and has had how many; most first. */
	posts: (Counted & { before: number })[];
	/** Where how many would have changed; most first. */
	places: Counted[];
};

type Group = {
	municipality_id: string | null;
	topic_id: string | null;
	post_id: string | null;
	count: number;
	open: number;
};

/**
 * Asks a plan about every concern of the last twelve months, as if its first day had been then.
 * SQL, because thousands of concerns fall into few groups of place, topic and post.
 */
export async function tryPlan({ db, now }: Pick<View, "db" | "now">, ownerId: string, plan: Plan): Promise<Trial> {
	const since = daysFrom(today(now), -365);
	const openStates = states.filter(isOpen);
	const [territory, groups] = await Promise.all([
		territoryOf(db, ownerId),
		db.$queryRaw<Group[]>`
			SELECT c.municipality_id::text, c.topic_id::text, a.post_id::text, count(*)::int AS count,
				(count(*) FILTER (WHERE c.state::text = ANY (${openStates}::text[])))::int AS open
			FROM concern c LEFT JOIN assignment a ON a.concern_id = c.id AND a.until_at IS NULL
			WHERE c.owner_id = ${ownerId}::uuid AND c.captured_at >= ${since}
			GROUP BY 1, 2, 3`,
	]);
	const bodies = new Map<string | null, string[]>();
	const [would, had, places] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
	const add = (to: Map<string, number>, key: string, count: number) => to.set(key, (to.get(key) ?? 0) + count);
	let [concerns, changed, changedOpen] = [0, 0, 0];
	for (const { municipality_id: place, topic_id: topic, post_id: post, count, open } of groups) {
		const above = bodies.get(place) ?? (await bodiesAbove(db, place));
		bodies.set(place, above);
		const next = postOf(resolve(plan, cellOf(territory, above, topic), plan.from));
		concerns += count;
		if (post) add(had, post, count);
		if (next) add(would, next, count);
		if (next === post) continue;
		changed += count;
		changedOpen += open;
		if (place) add(places, place, count);
	}
	const [postNames, placeNames] = await Promise.all([
		db.post.findMany({ where: { id: { in: [...would.keys(), ...had.keys()] } }, select: { id: true, label: true } }),
		db.organisation.findMany({ where: { id: { in: [...places.keys()] } }, select: { id: true, shortName: true } }),
	]);
	const byCount = (one: Counted, other: Counted) => other.count - one.count || one.name.localeCompare(other.name, "de");
	return {
		concerns,
		changed,
		changedOpen,
		posts: postNames
			.map(({ id, label }) => ({ id, name: label, count: would.get(id) ?? 0, before: had.get(id) ?? 0 }))
			.sort(byCount),
		places: placeNames.map(({ id, shortName }) => ({ id, name: shortName, count: places.get(id) ?? 0 })).sort(byCount),
	};
}
