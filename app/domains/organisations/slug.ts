const spellings: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** The end of an address made from a name: "Mülheim-Kärlich" → "muelheim-kaerlich"; at most 60 letters. */
export function slugFor(name: string): string {
	return name
		.toLowerCase()
		.replace(/[äöüß]/g, (letter) => spellings[letter] ?? "")
		.normalize("NFD")
		.replace(/[^a-z0-9]+/g, (other) => (/^\p{M}+$/u.test(other) ? "" : "-"))
		.slice(0, 60)
		.replace(/^-+|-+$/g, "");
}

/** What may stand in an address: lower-case letters, digits and single hyphens between them, 2 to 60 characters. */
export function isSlug(text: string): boolean {
	return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length >= 2 && text.length <= 60;
}
