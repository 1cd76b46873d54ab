/** A word of a text, with its place in it; punctuation belongs to the word that it touches. */
export type Word = { text: string; start: number; end: number };

/** The words of a text in their order. Everything between two words is white space. */
export function wordsIn(text: string): Word[] {
	return Array.from(text.matchAll(/\S+/gu), ({ 0: word, index }) => ({
		text: word,
		start: index,
		end: index + word.length,
	}));
}

/** A stretch of words that both texts have, or that only the later or only the earlier one has. */
export type Piece = { kind: "same" | "added" | "removed"; text: string };

/** With more changed words than this a comparison word by word helps nobody: the stretch then counts as replaced. */
const mostChanges = 500;

/** So few words between two changes are read faster as part of one change. */
const islandWords = 2;

/**
 * What was taken out of `earlier` and put in to get `later`, word by word. White space between words does not count.
 * @returns pieces in reading order, what was removed before what was added; the words of all but the added pieces are
 * those of `earlier`, the words of all but the removed ones those of `later`
 */
export function differenceOf(earlier: string, later: string): Piece[] {
	const one = wordsIn(earlier).map(({ text }) => text);
	const other = wordsIn(later).map(({ text }) => text);
	const shortest = Math.min(one.length, other.length);
	let first = 0;
	while (first < shortest && one[first] === other[first]) first += 1;
	let last = 0;
	while (last < shortest - first && one.at(-1 - last) === other.at(-1 - last)) last += 1;
	const same = (text: string): Piece => ({ kind: "same", text });
	return joined([
		...one.slice(0, first).map(same),
		...steps(one.slice(first, one.length - last), other.slice(first, other.length - last)),
		...one.slice(one.length - last).map(same),
	]);
}

/** The fewest single words to remove and to add (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986). */
function steps(one: readonly string[], other: readonly string[]): Piece[] {
	const rounds = roundsOf(one, other);
	if (!rounds) {
		return [
			...one.map((text): Piece => ({ kind: "removed", text })),
			...other.map((text): Piece => ({ kind: "added", text })),
		];
	}
	const found: Piece[] = [];
	let [x, y] = [one.length, other.length];
	for (let round = rounds.length - 1; round >= 0; round -= 1) {
		const reached = rounds[round] ?? new Map<number, number>();
		const from = comesFrom(reached, x - y, round);
		const fromX = reached.get(from) ?? 0;
		const fromY = fromX - from;
		while (x > fromX && y > fromY) {
			found.push({ kind: "same", text: one[x - 1] ?? "" });
			x -= 1;
			y -= 1;
		}
		if (round > 0) {
			found.push(
				x === fromX ? { kind: "added", text: other[fromY] ?? "" } : { kind: "removed", text: one[fromX] ?? "" },
			);
		}
		x = fromX;
		y = fromY;
	}
	return found.reverse();
}

/** For each number of changes, how far one got on each diagonal before it; null when there are too many changes. */
function roundsOf(one: readonly string[], other: readonly string[]): Map<number, number>[] | null {
	const rounds: Map<number, number>[] = [];
	const reached = new Map([[1, 0]]);
	for (let round = 0; round <= Math.min(one.length + other.length, mostChanges); round += 1) {
		rounds.push(new Map(reached));
		for (let diagonal = -round; diagonal <= round; diagonal += 2) {
			const from = comesFrom(reached, diagonal, round);
			let x = (reached.get(from) ?? 0) + (from < diagonal ? 1 : 0);
			let y = x - diagonal;
			while (x < one.length && y < other.length && one[x] === other[y]) {
				x += 1;
				y += 1;
			}
			reached.set(diagonal, x);
			if (x >= one.length && y >= other.length) return rounds;
		}
	}
	return null;
}

/** The neighbouring diagonal from which one gets further. */
function comesFrom(reached: ReadonlyMap<number, number>, diagonal: number, round: number): number {
	const [below, above] = [reached.get(diagonal - 1) ?? -1, reached.get(diagonal + 1) ?? -1];
	return diagonal === -round || (diagonal !== round && below < above) ? diagonal + 1 : diagonal - 1;
}

/** Neighbours of one kind become one piece; a few same words between two changes become part of the change. */
function joined(words: readonly Piece[]): Piece[] {
	const runs: { kind: Piece["kind"]; words: string[] }[] = [];
	for (const { kind, text } of words) {
		const last = runs.at(-1);
		if (last?.kind === kind) last.words.push(text);
		else runs.push({ kind, words: [text] });
	}
	const pieces: Piece[] = [];
	let [removed, added]: [string[], string[]] = [[], []];
	const close = () => {
		if (removed.length > 0) pieces.push({ kind: "removed", text: removed.join(" ") });
		if (added.length > 0) pieces.push({ kind: "added", text: added.join(" ") });
		[removed, added] = [[], []];
	};
	for (const [index, run] of runs.entries()) {
		const isIsland = index > 0 && index < runs.length - 1 && run.words.length <= islandWords;
		if (run.kind !== "added" && (run.kind !== "same" || isIsland)) removed.push(...run.words);
		if (run.kind !== "removed" && (run.kind !== "same" || isIsland)) added.push(...run.words);
		if (run.kind === "same" && !isIsland) {
			close();
			pieces.push({ kind: "same", text: run.words.join(" ") });
		}
	}
	close();
	return pieces;
}
