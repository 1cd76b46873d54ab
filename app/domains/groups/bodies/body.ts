import { meeting, type Terms } from "../terms/term-tree";

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

const none: Terms = { own: [], up: [] };

/** `topics` and `areas`: words; the terms are those of the owner. */
export type Matter = {
	name: string;
	topics: readonly string[];
	areas: readonly string[];
	topicTerms?: Terms;
	areaTerms?: Terms;
};

/** Words and terms of areas as one: a word is a place of its own. */
function areasOf({ areas, areaTerms = none }: Matter): Terms {
	const all = (names: readonly string[]) => [...names, ...areas].map((area) => area.toLocaleLowerCase("de"));
	return { own: all(areaTerms.own), up: all(areaTerms.up) };
}

/**
 * What two bodies have in common, where their areas meet: topics of the owner that are the same or lie within one another,
 * and words of their topics and names. A body without areas is there for the whole territory.
 * @returns topics, and the words of the first that the second has too; empty when they do not meet
 */
export function overlap(one: Matter, other: Matter): string[] {
	const [here, there] = [areasOf(one), areasOf(other)];
	if (here.own.length > 0 && there.own.length > 0 && meeting(here, there).length === 0) return [];
	const shared = meeting(one.topicTerms ?? none, other.topicTerms ?? none);
	const words = (body: Matter) => [...(body.topicTerms?.own ?? []), ...body.topics, body.name].flatMap(wordsOf);
	const others = words(other);
	const alike = words(one).filter((word) => others.some((known) => isAlike(word, known)));
	return [...new Set([...shared.map((topic) => topic.toLocaleLowerCase("de")), ...alike])];
}
