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
	return broken.slice(0, lines).map((line, index) => {
		if (line.length > width) return `${line.slice(0, width - 1)}…`;
		const more = index === lines - 1 && broken.length > lines;
		if (!more) return line;
		const words = line.split(" ");
		while (words.length > 1 && words.join(" ").length + 2 > width) words.pop();
		return `${words.join(" ")} …`;
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
