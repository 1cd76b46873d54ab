/** What decides between equals before the lot does. */
export const tieCriteria = ["lower-cost", "more-votes"] as const;
export type TieCriterion = (typeof tieCriteria)[number];

/**
 * Published before anybody votes: first the criteria in their order, then the lot, a complete order of all projects that
 * was drawn beforehand. Used in every step of every method, so that nothing depends on the order of rows or keys.
 */
export type TieOrder = { before: readonly TieCriterion[]; lot: readonly string[] };

type Entrant = { id: string; cost: bigint; votes: bigint };

/**
 * How two projects that are equal otherwise stand to each other; never 0 for two different ones.
 * @throws RangeError when the lot does not name each project exactly once
 */
export function tieBreaker(
	order: TieOrder,
	projects: readonly { id: string }[],
): (one: Entrant, other: Entrant) => number {
	const place = new Map(order.lot.map((id, index) => [id, index]));
	if (place.size !== order.lot.length || projects.some(({ id }) => !place.has(id))) {
		throw new RangeError("the lot has to name each project exactly once");
	}
	const byCriterion: Record<TieCriterion, (one: Entrant, other: Entrant) => number> = {
		"lower-cost": (one, other) => difference(one.cost, other.cost),
		"more-votes": (one, other) => difference(other.votes, one.votes),
	};
	return (one, other) => {
		for (const criterion of order.before) {
			const found = byCriterion[criterion](one, other);
			if (found !== 0) return found;
		}
		return (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0);
	};
}

function difference(one: bigint, other: bigint): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
