import type { Cell, Day, Period } from "./coverage-plan";

export type AreaRow = Period & { id: string; bodyId: string | null; parentId: string | null };
export type TopicRow = Period & { id: string; parentId: string | null };

/** Deeper than any tree of areas or topics; a circle ends here. */
const deepest = 10;

/** The days that both periods hold, or null. */
function shared(one: Period, other: Period): Period | null {
	const from = one.from > other.from ? one.from : other.from;
	const until = [one.until, other.until].filter((day): day is Day => day !== null).sort()[0] ?? null;
	return until === null || from < until ? { from, until } : null;
}

/** A row and those above it, each for the days on which the whole way up to it holds. */
function upwards<Row extends Period & { id: string; parentId: string | null }>(
	start: Row,
	rows: ReadonlyMap<string, Row>,
): (Period & { id: string })[] {
	const way: (Period & { id: string })[] = [];
	let period: Period | null = start;
	let row: Row | undefined = start;
	while (row && period && way.length < deepest) {
		way.push({ id: row.id, from: period.from, until: period.until });
		row = row.parentId === null ? undefined : rows.get(row.parentId);
		period = row ? shared(period, row) : null;
	}
	return way;
}

type Indexed = { byId: ReadonlyMap<string, AreaRow>; byBody: ReadonlyMap<string, readonly AreaRow[]> };
const indexes = new WeakMap<readonly AreaRow[], Indexed>();

/** Made once per list: it is asked for thousands of municipalities. */
function indexed(areas: readonly AreaRow[]): Indexed {
	const known = indexes.get(areas);
	if (known) return known;
	const made = {
		byId: new Map(areas.map((area) => [area.id, area])),
		byBody: Map.groupBy(
			areas.filter(({ bodyId }) => bodyId !== null),
			({ bodyId }) => bodyId ?? "",
		),
	};
	indexes.set(areas, made);
	return made;
}

/**
 * The areas of an owner in which a municipality lies, nearest first: its own and those around it, then those of the bodies
 * above it.
 * @param bodies the municipality and the bodies above it, nearest first
 */
export function areasAround(areas: readonly AreaRow[], bodies: readonly string[]): Cell["areas"] {
	const { byId, byBody } = indexed(areas);
	return bodies.flatMap((body) =>
		(byBody.get(body) ?? []).flatMap((area) =>
			upwards(area, byId).map(({ id, ...period }) => ({ areaId: id, ...period })),
		),
	);
}

/** A topic and those above it, nearest first; none while it is not known. */
export function topicsAround(topics: readonly TopicRow[], topicId: string | null): Cell["topics"] {
	const byId = new Map(topics.map((topic) => [topic.id, topic]));
	const start = topicId === null ? undefined : byId.get(topicId);
	return start ? upwards(start, byId).map(({ id, ...period }) => ({ topicId: id, ...period })) : [];
}
