/**
 * Marks passages in the HTML of a block. The HTML is the house's own rendering of the very block whose readable words the
 * ranges count; marks are closed before every tag and opened again after it, so that they never cross one.
 * @param ranges places in `words`, half-open; they may overlap
 */
export function markedHtml(html: string, words: string, ranges: readonly { start: number; end: number }[]): string {
	if (ranges.length === 0) return html;
	const isMarked = (place: number) => ranges.some(({ start, end }) => start <= place && place < end);
	let place = 0;
	let marked = false;
	let result = "";
	const turn = (on: boolean) => {
		if (on !== marked) result += on ? "<mark>" : "</mark>";
		marked = on;
	};
	for (const [piece] of html.matchAll(/<[^>]*>|&[^;]+;|[^<&]/gu)) {
		if (piece.startsWith("<")) {
			turn(false);
			if (piece === "<br>") place += 1;
			result += piece;
			continue;
		}
		// between two entries of a list the words have a line break that the HTML has not
		while (words[place] === "\n") place += 1;
		turn(isMarked(place));
		result += piece;
		place += piece.startsWith("&") ? 1 : piece.length;
	}
	turn(false);
	return result;
}
