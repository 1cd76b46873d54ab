const letters: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "oe", å: "aa" };

/** Degrees and titles of address that some certificates carry in a name and others do not. */
const titles = new Set([
	"dr",
	"prof",
	"med",
	"jur",
	"phil",
	"rer",
	"nat",
	"ing",
	"dipl",
	"h",
	"c",
	"mag",
	"m",
	"a",
	"msc",
	"ba",
	"ma",
]);

function wordsOf(name: string): string[] {
	const plain = name
		.normalize("NFC")
		.toLowerCase()
		.replace(/[äöüßæøå]/g, (letter) => letters[letter] ?? letter)
		.normalize("NFD")
		.replace(/\p{M}/gu, "");
	return plain.split(/[^\p{L}]+/u).filter((word) => word !== "" && !titles.has(word));
}

/**
 * Whether a certificate names this person: family name whole, and at least one given name (identity cards have all of
 * them). Spelling of umlauts, accents, hyphens and degrees does not matter.
 */
export function isSameName(
	person: { givenName: string; familyName: string },
	certificate: { name: string; givenName: string; surname: string },
): boolean {
	const told = wordsOf(
		certificate.surname || certificate.givenName ? `${certificate.givenName} ${certificate.surname}` : certificate.name,
	);
	const family = wordsOf(person.familyName);
	const given = wordsOf(person.givenName);
	return (
		family.length > 0 &&
		given.length > 0 &&
		family.every((word) => told.includes(word)) &&
		given.some((word) => told.includes(word))
	);
}
