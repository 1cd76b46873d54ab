/** Where an organisation belongs. */
export const sectors = [
	"administration",
	"politics",
	"business",
	"research",
	"education",
	"civil-society",
	"health",
	"culture",
	"media",
	"church",
	"other",
] as const;
export type Sector = (typeof sectors)[number];

/** How far an organisation reaches. */
export const levels = ["local", "association", "county", "state", "federal", "international"] as const;
export type Level = (typeof levels)[number];

export const partyKinds = ["PERSON", "ORGANISATION"] as const;
export type PartyKind = (typeof partyKinds)[number];

export const visibilities = ["PUBLIC", "STAFF", "CIRCLE"] as const;
export type Visibility = (typeof visibilities)[number];
/** Who may be given a note to read; AUTHOR: a personal one, which its author alone reads. */
export const noteReaders = ["STAFF", "CIRCLE", "AUTHOR"] as const;
export type NoteReaders = (typeof noteReaders)[number];

export const bases = ["TASK", "PUBLIC_OFFICE", "CONSENT"] as const;
export type Basis = (typeof bases)[number];

/** How somebody learned that they stand here (Art. 14 GDPR); "known": they had the information already (Art. 14 (5) a). */
export const informedWays = ["mail", "letter", "talk", "known"] as const;
export type InformedWay = (typeof informedWays)[number];

/** A stored word as one of its list; what an older version left behind is the last word. */
export function wordOf<const Words extends readonly [string, ...string[]]>(
	words: Words,
	stored: string | null,
): Words[number] | null {
	if (stored === null) return null;
	return words.find((word) => word === stored) ?? words.at(-1) ?? null;
}

/** The narrower of two circles of readers. */
export function narrower(one: Visibility, other: Visibility): Visibility {
	return visibilities.indexOf(one) > visibilities.indexOf(other) ? one : other;
}
