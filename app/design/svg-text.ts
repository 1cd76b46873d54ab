/**
 * Breaks text into lines of at most `width` characters for SVG, which cannot wrap by itself; what does not fit into
 * `lines` lines ends in an ellipsis (the equal table or list beside the picture always holds the whole text).
 */
export function svgLines(text: string, width: number, lines: number): string[] {
	const broken: string[] = [];
	let here = "";
	for (const word of text.split(/\s+/)) {
		const next = here ? `${here} ${word}` : word;
		if (next.length <= width) here = next;
		else {
			if (here) broken.push(here);
			here = word;
		}
	}
	if (here) broken.push(here);
	const kept = broken.slice(0, lines);
	return kept.map((line, index) => {
		const cut = index === lines - 1 && broken.length > lines;
		if (line.length > width) return `${line.slice(0, width - 1)}…`;
		return cut ? `${line.slice(0, width - 1)} …` : line;
	});
}

/** An id that is safe inside SVG and HTML, from any text. */
export function pictureId(title: string): string {
	return `p-${title
		.toLowerCase()
		.normalize("NFD")
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "")}`;
}
