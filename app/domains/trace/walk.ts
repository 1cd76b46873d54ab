import { gathersAt, isRelation, type Relation } from "./relation";

/** An object of any domain. */
export type Node = { kind: string; id: string };
export type Link = { from: Node; relation: Relation; to: Node; at: Date };

/** Where a walk ends: nobody reads more, and the page stays quick. */
export const farthest = { objects: 200, steps: 12 };

export function keyOf({ kind, id }: Node): string {
	return `${kind}:${id}`;
}

type Neighbours = {
	/** All links that touch one of these objects, oldest first. */
	linksOf(nodes: Node[]): Promise<{ from: Node; relation: string; to: Node; at: Date }[]>;
	/** Which of these objects the reader may see, by key. */
	visible(nodes: Node[]): Promise<Set<string>>;
};

/**
 * Walks from one object along its links in both directions, nearest first. What the reader may not see is left out and
 * not passed through. Objects that gather many others end the walk unless it began there (see `relations`).
 * @returns the objects with their distance from the start (0), the links among them, and whether a limit cut the walk
 */
export async function walk(
	start: Node,
	{ linksOf, visible }: Neighbours,
): Promise<{ distances: Map<string, { node: Node; steps: number }>; links: Link[]; cut: boolean }> {
	const distances = new Map([[keyOf(start), { node: start, steps: 0 }]]);
	const links = new Map<string, Link>();
	const passed = new Set<string>();
	const hidden = new Set<string>();
	let frontier = [start];
	let cut = false;
	for (let steps = 1; frontier.length > 0 && !cut; steps++) {
		for (const node of frontier) passed.add(keyOf(node));
		const found = (await linksOf(frontier)).filter((link): link is Link => isRelation(link.relation));
		for (const link of found) links.set(`${keyOf(link.from)} ${link.relation} ${keyOf(link.to)}`, link);

		const ends = found.flatMap((link) => [
			{ node: link.to, passable: !gathersAt(link.relation, "to"), cameFrom: link.from },
			{ node: link.from, passable: !gathersAt(link.relation, "from"), cameFrom: link.to },
		]);
		// Only the far end of a link is new; the near one stands in the frontier.
		const reached = ends.filter((end) => passed.has(keyOf(end.cameFrom)));
		const unknown = [...new Map(reached.map(({ node }) => [keyOf(node), node])).entries()].filter(
			([key]) => !distances.has(key) && !hidden.has(key),
		);
		const seen = await visible(unknown.map(([, node]) => node));
		for (const [key, node] of unknown) {
			if (!seen.has(key)) hidden.add(key);
			else if (steps <= farthest.steps && distances.size < farthest.objects) distances.set(key, { node, steps });
			else cut = true;
		}
		const next = new Map<string, Node>();
		for (const { node, passable } of reached) {
			const key = keyOf(node);
			if (passable && distances.has(key) && !passed.has(key)) next.set(key, node);
		}
		frontier = [...next.values()];
	}
	return { ...settled(distances, links), cut };
}

function settled(distances: Map<string, { node: Node; steps: number }>, links: Map<string, Link>) {
	const among = [...links.values()].filter((link) => distances.has(keyOf(link.from)) && distances.has(keyOf(link.to)));
	return { distances, links: among };
}
