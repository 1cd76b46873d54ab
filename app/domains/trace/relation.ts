/**
 * How one object is tied to another, told in the direction of time: from the earlier to the later one (a part to its whole).
 * `gathers` names the end that many others hang on (a process, a post): a trace that only passes by stops there, because
 * behind it stands everything else of that process or post; a trace that begins there goes on.
 */
export const relations = {
	"part-of": { gathers: "to" },
	"responsible-for": { gathers: "from" },
	"passed-on-to": { gathers: null },
	"answered-by": { gathers: null },
	"taken-up-by": { gathers: null },
	"discussed-in": { gathers: null },
	"decided-in": { gathers: null },
	"resolved-by": { gathers: null },
	became: { gathers: null },
	"agreed-in": { gathers: null },
	"piloted-in": { gathers: null },
	"replaced-by": { gathers: null },
	"merged-into": { gathers: null },
	"split-into": { gathers: null },
} as const satisfies Record<string, { gathers: "from" | "to" | null }>;

export type Relation = keyof typeof relations;

export function isRelation(name: string): name is Relation {
	return Object.hasOwn(relations, name);
}

/** Whether the object at this end of a link is one that many others hang on. */
export function gathersAt(relation: Relation, end: "from" | "to"): boolean {
	return relations[relation].gathers === end;
}

/** The same link with the end first that was there first: what gathers others came before what it gathers. */
export function inTime<Link extends { from: string; relation: Relation; to: string }>(
	link: Link,
): { from: string; to: string } {
	return gathersAt(link.relation, "to") ? { from: link.to, to: link.from } : { from: link.from, to: link.to };
}
