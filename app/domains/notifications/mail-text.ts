/** A piece of a mail's text: words, or an address that can be followed. */
export type Piece = { text: string; href?: string };

const address = /https?:\/\/[^\s<>"“”„]+/g;

/** Splits a mail's plain text at its web addresses; a full stop or bracket behind an address belongs to the sentence. */
export function pieces(text: string): Piece[] {
	const found: Piece[] = [];
	let from = 0;
	for (const match of text.matchAll(address)) {
		const href = match[0].replace(/[.,;:!?)\]]+$/, "");
		if (match.index > from) found.push({ text: text.slice(from, match.index) });
		found.push({ text: href, href });
		from = match.index + href.length;
	}
	if (from < text.length) found.push({ text: text.slice(from) });
	return found;
}

/** The web addresses behind the links of an HTML mail, each once. Not a parser: it reads only mails of our own template. */
export function linksOf(html: string): string[] {
	const links = [...html.matchAll(/\shref="(https?:\/\/[^"]+)"/g)].map(([, href = ""]) =>
		href.replaceAll("&amp;", "&"),
	);
	return [...new Set(links)];
}
