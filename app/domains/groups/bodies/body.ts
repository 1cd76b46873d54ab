export const listedKinds = ["committee", "advisory-board", "working-group", "steering-group", "other"] as const;
export type ListedKind = (typeof listedKinds)[number];

export function listedKind(stored: string): ListedKind {
	return listedKinds.find((kind) => kind === stored) ?? "other";
}

/** Words that every second body bears in its name: two of them have nothing in common by these. */
const everyday =
	/^(arbeitskreise?|arbeitsgruppe|gruppe|ausschuss|beirat|runde|projekt|stadt|kreis|landkreis|gemeinde)$/;

function wordsOf(text: string): string[] {
	return text
		.toLocaleLowerCase("de")
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word.length >= 4 && !everyday.test(word));
}

/** Whether one word begins like the other: "Mobilität" and "Mobilitätskonzept". */
function isAlike(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	return short.length >= 5 ? long.startsWith(short) : short === long;
}

export type Matter = { name: string; topics: readonly string[]; areas: readonly string[] };

/**
 * What two bodies have in common: words of their topics and names, where their areas meet. A body without areas is there
 * for the whole territory.
 * @returns the words of the first that the second has too; empty when they do not meet
 */
export function overlap(one: Matter, other: Matter): string[] {
	const [here, there] = [one, other].map(({ areas }) => areas.map((area) => area.toLocaleLowerCase("de")));
	if (!here || !there) return [];
	if (here.length > 0 && there.length > 0 && !here.some((area) => there.includes(area))) return [];
	const words = (body: Matter) => [...body.topics, body.name].flatMap(wordsOf);
	const others = words(other);
	return [...new Set(words(one).filter((word) => others.some((known) => isAlike(word, known))))];
}
