/**
 * How one object is tied to another. A link is told from the earlier to the later object, or from a part to its whole.
 * `gathers` names the end that many others hang on (a process, a post, a group, a meeting): a trace that only passes by
 * stops there, because behind it stands everything else of that process or meeting; a trace that begins there goes on.
 * `first` names the end that was there first, for the order of the story: a process before its ideas, but an idea before
 * the group that takes it up.
 */
export const relations = {
	"part-of": { gathers: "to", first: "to" },
	"responsible-for": { gathers: "from", first: "from" },
	"passed-on-to": { gathers: null, first: "from" },
	"answered-by": { gathers: null, first: "from" },
	"taken-up-by": { gathers: "to", first: "from" },
	"discussed-in": { gathers: "to", first: "from" },
	"voted-on-in": { gathers: null, first: "from" },
	"decided-in": { gathers: null, first: "from" },
	"put-to-council": { gathers: null, first: "from" },
	"resolved-by": { gathers: null, first: "from" },
	became: { gathers: null, first: "from" },
	"agreed-in": { gathers: null, first: "from" },
	"piloted-in": { gathers: null, first: "from" },
	"replaced-by": { gathers: null, first: "from" },
	"merged-into": { gathers: null, first: "from" },
	"split-into": { gathers: null, first: "from" },
} as const satisfies Record<string, { gathers: "from" | "to" | null; first: "from" | "to" }>;

export type Relation = keyof typeof relations;

export function isRelation(name: string): name is Relation {
	return Object.hasOwn(relations, name);
}

/** Whether the object at this end of a link is one that many others hang on. */
export function gathersAt(relation: Relation, end: "from" | "to"): boolean {
	return relations[relation].gathers === end;
}

/** The same link with the end first that was there first (see `relations`). */
export function inTime<Link extends { from: string; relation: Relation; to: string }>(
	link: Link,
): { from: string; to: string } {
	return relations[link.relation].first === "to" ? { from: link.to, to: link.from } : { from: link.from, to: link.to };
}
