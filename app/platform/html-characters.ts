const named: Record<string, string> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	nbsp: " ",
	auml: "ä",
	ouml: "ö",
	uuml: "ü",
	Auml: "Ä",
	Ouml: "Ö",
	Uuml: "Ü",
	szlig: "ß",
	sect: "§",
	euro: "€",
	ndash: "–",
	mdash: "—",
	hellip: "…",
	bdquo: "„",
	ldquo: "“",
	rdquo: "”",
};

/**
 * Reads the character references of HTML (`&uuml;`, `&#252;`, `&#xfc;`) that German pages use; a name that is not among them
 * stays as it is. The result is text and must never be read as HTML again.
 * @param instead of what is no character: control characters, halves of pairs, numbers beyond Unicode
 */
export function readCharacters(text: string, instead: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
		if (name) return named[name] ?? whole;
		const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
		const isCharacter = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
		return isCharacter ? String.fromCodePoint(code) : instead;
	});
}
