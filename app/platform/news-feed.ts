/** Something new, as feed readers take it. Texts are plain; they are escaped here. */
export type News = {
	/** The same for ever, so that readers show it once: a URN. */
	id: string;
	title: string;
	text: string;
	url: string;
	at: Date;
};

/**
 * News as an Atom feed (RFC 4287), the newest as they come.
 * @param of the feed's own title, its address (which is its identity too), and that of the page it belongs to
 * @param quietSince the feed's date while there is no news
 */
export function newsFeed(
	of: { title: string; self: string; page: string; language: string; quietSince: Date },
	news: readonly News[],
): string {
	const newest = news.reduce((latest, { at }) => (at > latest ? at : latest), of.quietSince);
	const entries = news.map(
		({ id, title, text, url, at }) =>
			`<entry><id>${escaped(id)}</id><title>${escaped(title)}</title><updated>${at.toISOString()}</updated><link href="${escaped(url)}"/><content type="text">${escaped(text)}</content></entry>\n`,
	);
	return [
		'<?xml version="1.0" encoding="utf-8"?>\n',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(of.language)}">\n`,
		`<id>${escaped(of.self)}</id><title>${escaped(of.title)}</title><updated>${newest.toISOString()}</updated>\n`,
		`<link rel="self" type="application/atom+xml" href="${escaped(of.self)}"/><link href="${escaped(of.page)}"/>\n`,
		`<author><name>${escaped(of.title)}</name></author>\n`,
		...entries,
		"</feed>\n",
	].join("");
}

/** XML 1.0 knows no other control characters than tab and line ends, and no halves of surrogate pairs. */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
	return text.replace(notInXml, "").replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
