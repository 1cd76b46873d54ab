/** Topics or areas of an owner by their id. */
export type TermTree = ReadonlyMap<string, { name: string; parentId: string | null }>;

/** What a body is about, by name: what was said itself, and that with all that lies above it. */
export type Terms = { own: readonly string[]; up: readonly string[] };

/** The names of terms and of those above them. Ids that are none of the tree's are left out. */
export function termsIn(tree: TermTree, ids: readonly string[]): Terms {
	const up: string[] = [];
	for (const id of ids) {
		// as deep as any sensible tree; a circle ends too
		for (let at = tree.get(id), depth = 0; at && depth < 8; depth += 1) {
			up.push(at.name);
			at = at.parentId === null ? undefined : tree.get(at.parentId);
		}
	}
	return { own: ids.flatMap((id) => tree.get(id)?.name ?? []), up: [...new Set(up)] };
}

/** A term with those above it, for choosing: "Mobilität › Radverkehr". */
export function pathIn(tree: TermTree, id: string): string {
	return [...termsIn(tree, [id]).up].reverse().join(" › ");
}

/** What both are about: the same term, or one that lies within the other's. */
export function meeting(one: Terms, other: Terms): string[] {
	return [
		...new Set([
			...one.own.filter((name) => other.up.includes(name)),
			...other.own.filter((name) => one.up.includes(name)),
		]),
	];
}
