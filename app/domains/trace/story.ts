/**
 * Puts the objects of a trace into the order of their story: what led to something stands before it, otherwise the
 * earlier first. Circles are opened at their earliest object.
 * @param leads pairs of keys, from the earlier to the later object
 */
export function inStoryOrder<Item extends { key: string; at: Date | null }>(
	items: readonly Item[],
	leads: readonly { from: string; to: string }[],
): Item[] {
	const waiting = new Map(
		items
			.toSorted((one, other) => time(one) - time(other) || one.key.localeCompare(other.key))
			.map((item) => [item.key, item]),
	);
	const ordered: Item[] = [];
	while (waiting.size > 0) {
		const blocked = new Set(
			leads.filter(({ from, to }) => from !== to && waiting.has(from) && waiting.has(to)).map(({ to }) => to),
		);
		const next = [...waiting.values()].find(({ key }) => !blocked.has(key)) ?? [...waiting.values()][0];
		if (!next) break;
		waiting.delete(next.key);
		ordered.push(next);
	}
	return ordered;
}

function time({ at }: { at: Date | null }): number {
	return at?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
