export type NetworkNode = { id: string; kind: "PERSON" | "ORGANISATION" };
/** A person through whom alone organisations are reached, and which. */
export type Bridge = { personId: string; organisationIds: string[] };

type Ends = { from: string; to: string };

/**
 * Persons whose leaving would cut organisations off, with the organisations that would be lost: articulation points of the
 * graph (Hopcroft and Tarjan 1973), without recursion because a network may be one long chain. Each part of the graph is
 * looked at from its centre: `rootId` if it belongs to it, otherwise the organisation with most ties, so an organisation that
 * hangs on one person is lost, never the rest.
 * @returns bridges by the number of organisations lost, the most first; ties that name an unknown end do not count
 */
export function singlePersonBridges(
	nodes: readonly NetworkNode[],
	ties: readonly Ends[],
	rootId: string | null,
): Bridge[] {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const near = new Map<string, Set<string>>(nodes.map(({ id }) => [id, new Set()]));
	for (const { from, to } of ties) {
		if (from === to) continue;
		const [one, other] = [near.get(from), near.get(to)];
		if (!one || !other) continue;
		one.add(to);
		other.add(from);
	}
	const organisations = nodes
		.filter(({ kind }) => kind === "ORGANISATION")
		.map(({ id }) => id)
		.sort((a, b) => (near.get(b)?.size ?? 0) - (near.get(a)?.size ?? 0) || (a < b ? -1 : 1));
	const roots = rootId && byId.get(rootId)?.kind === "ORGANISATION" ? [rootId, ...organisations] : organisations;
	const seen = new Set<string>();
	const lost = new Map<string, string[]>();
	for (const root of roots) if (!seen.has(root)) walk(root, { byId, near, seen, lost });
	return [...lost]
		.map(([personId, organisationIds]) => ({ personId, organisationIds: organisationIds.sort() }))
		.sort((a, b) => b.organisationIds.length - a.organisationIds.length || (a.personId < b.personId ? -1 : 1));
}

type Walk = {
	byId: ReadonlyMap<string, NetworkNode>;
	near: ReadonlyMap<string, ReadonlySet<string>>;
	seen: Set<string>;
	lost: Map<string, string[]>;
};
type Step = { id: string; parent: string | null; rest: Iterator<string>; order: number; low: number; below: number };

/** Walks one connected part in depth and notes which persons cut which organisations off from `root`. */
function walk(root: string, { byId, near, seen, lost }: Walk): void {
	const orders = new Map<string, number>();
	/** Organisations in the order in which the walk left them: those below a step are the last ones. */
	const left: string[] = [];
	const enter = (id: string, parent: string | null): Step => {
		seen.add(id);
		const order = orders.size;
		orders.set(id, order);
		return { id, parent, rest: (near.get(id) ?? new Set<string>()).values(), order, low: order, below: left.length };
	};
	const path = [enter(root, null)];
	for (let step = path.at(-1); step; step = path.at(-1)) {
		const next = step.rest.next();
		if (!next.done) {
			const known = orders.get(next.value);
			if (known === undefined) path.push(enter(next.value, step.id));
			else if (next.value !== step.parent) step.low = Math.min(step.low, known);
			continue;
		}
		path.pop();
		if (byId.get(step.id)?.kind === "ORGANISATION") left.push(step.id);
		const parent = path.at(-1);
		if (!parent) continue;
		parent.low = Math.min(parent.low, step.low);
		const cut = step.low >= parent.order && byId.get(parent.id)?.kind === "PERSON";
		const below = cut ? left.slice(step.below) : [];
		if (below.length > 0) lost.set(parent.id, [...(lost.get(parent.id) ?? []), ...below]);
	}
}
