import type { PartyKind } from "./vocabulary";

/** The languages of labels. */
type Locale = "de" | "en";

/** A type of tie: two labels in two languages, one for each end. */
export type RelationType = {
	key: string;
	/** Read from the first end: "ist Vorsitz von"; `backward` from the other: "hat als Vorsitz". */
	forward: Record<Locale, string>;
	backward: Record<Locale, string>;
	/** Undirected ones read the same from both ends. */
	directed: boolean;
	/** Which ends it allows; null for both kinds. */
	from: PartyKind | null;
	to: PartyKind | null;
	/** A seat in an elected body: has a term, and belongs to the public's record. */
	mandate: boolean;
};

const type = (
	key: string,
	[forwardDe, backwardDe]: [string, string],
	[forwardEn, backwardEn]: [string, string],
	[from, to]: [PartyKind | null, PartyKind | null],
	{ directed = true, mandate = false } = {},
): RelationType => ({
	key,
	forward: { de: forwardDe, en: forwardEn },
	backward: { de: backwardDe, en: backwardEn },
	directed,
	from,
	to,
	mandate,
});

const inside: [PartyKind, PartyKind] = ["PERSON", "ORGANISATION"];
const among: [PartyKind, PartyKind] = ["ORGANISATION", "ORGANISATION"];

/** The types of the house; owners add their own. */
export const houseTypes: readonly RelationType[] = [
	type(
		"mandate",
		["hat ein Mandat in", "hat als Mandatsträger*in"],
		["holds a seat in", "has as elected member"],
		inside,
		{
			mandate: true,
		},
	),
	type("chair", ["hat den Vorsitz von", "hat als Vorsitz"], ["chairs", "is chaired by"], inside),
	type("head", ["leitet", "wird geleitet von"], ["heads", "is headed by"], inside),
	type("office", ["arbeitet bei", "beschäftigt"], ["works for", "employs"], inside),
	type("board", ["gehört zum Vorstand von", "hat im Vorstand"], ["sits on the board of", "has on its board"], inside),
	type("member", ["ist Mitglied von", "hat als Mitglied"], ["is a member of", "has as member"], [null, "ORGANISATION"]),
	type(
		"delegate",
		["vertritt andere in", "hat als entsandtes Mitglied"],
		["is delegated to", "has as delegate"],
		inside,
	),
	type("volunteer", ["engagiert sich bei", "wird unterstützt von"], ["volunteers for", "is supported by"], inside),
	type("substitute", ["vertritt", "wird vertreten von"], ["stands in for", "is stood in for by"], ["PERSON", "PERSON"]),
	type("owner", ["ist beteiligt an", "gehört (auch)"], ["holds a share in", "is (partly) owned by"], among),
	type("funds", ["fördert", "wird gefördert von"], ["funds", "is funded by"], among),
	type("part", ["ist Teil von", "umfasst"], ["is part of", "includes"], among),
	type("supplies", ["arbeitet im Auftrag von", "beauftragt"], ["works on behalf of", "commissions"], among),
	type("cooperates", ["arbeitet zusammen mit", "arbeitet zusammen mit"], ["works with", "works with"], [null, null], {
		directed: false,
	}),
	type(
		"knows",
		["steht im Austausch mit", "steht im Austausch mit"],
		["is in touch with", "is in touch with"],
		[null, null],
		{
			directed: false,
		},
	),
];

/** Whether a tie of this type may lead from one kind of end to the other. */
export function allows({ from, to }: RelationType, ends: { from: PartyKind; to: PartyKind }): boolean {
	return (from === null || from === ends.from) && (to === null || to === ends.to);
}

/** How the tie reads from one of its ends, in one language: "hat als Vorsitz". */
export function labelAt(type: RelationType, end: "from" | "to", locale: Locale): string {
	return (end === "from" || !type.directed ? type.forward : type.backward)[locale];
}

/**
 * The ends as they are stored: of an undirected type the smaller id comes first, so that the same tie entered from the
 * other side is the same row.
 */
export function storedEnds(
	{ directed }: RelationType,
	ends: { fromId: string; toId: string },
): {
	fromId: string;
	toId: string;
} {
	const { fromId, toId } = ends;
	return directed || fromId < toId ? { fromId, toId } : { fromId: toId, toId: fromId };
}
