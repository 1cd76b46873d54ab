import type { KeyedBlock } from "./block";
import { wordsIn } from "./words";

/** Where an annotation stands: a paragraph, and in it the quoted words with what stood around them. */
export type Anchor = {
	key: string;
	quote: string;
	before: string;
	after: string;
	/** It is about the whole paragraph; the quote is all of it. */
	whole: boolean;
};

/**
 * "exact": same paragraph, same words. "context": same words elsewhere. "similar": changed words. "paragraph": the words are
 * gone, their paragraph is not. "lost": both are gone.
 */
export type Found = "exact" | "context" | "similar" | "paragraph" | "lost";
export type Place = { how: Exclude<Found, "lost">; key: string; start: number; end: number } | { how: "lost" };

/** Characters of context that are kept on either side. */
const contextLength = 32;

/** A quotation of fewer words is not looked for in changed words: too much would be like it. */
const leastWordsAlike = 3;
/** So much of the quoted words may have changed. */
const changedAtMost = 0.4;
/** So many words on either side say where a quotation was, if they have this many characters; what came in is not much longer. */
const neighbours = 2;
const leastNeighbour = 6;
const mostGrowth = 4;
/** Words in another paragraph count only when they and the context that fits are this long, in characters. */
const leastSigns = 20;

/** The anchor of a stretch of a paragraph. */
export function anchorAt(block: KeyedBlock, { start, end }: { start: number; end: number }): Anchor {
	return {
		key: block.key,
		quote: block.words.slice(start, end),
		before: block.words.slice(Math.max(0, start - contextLength), start),
		after: block.words.slice(end, end + contextLength),
		whole: start === 0 && end === block.words.length,
	};
}

/**
 * Where quoted words stand in a paragraph, however their white space, quotation marks, dashes and capitals were typed.
 * @param around what stands before and after, when it is known: it decides between several places
 * @returns null when they do not stand there
 */
export function findQuote(
	words: string,
	quote: string,
	around: { before: string; after: string } = { before: "", after: "" },
): { start: number; end: number } | null {
	const [best] = occurrences(words, quote)
		.map((range) => ({ range, context: contextScore(words, range, around).score }))
		.sort((one, other) => other.context - one.context || one.range.start - other.range.start);
	return best?.range ?? null;
}

/**
 * Finds an annotation's passage in another version: the same words in the same paragraph, else the same words where the
 * context fits, else what now stands between the context, else the most similar words, first in the same paragraph. Of what
 * is not found only the paragraph is left, or nothing, and that is said.
 */
export function locate(anchor: Anchor, blocks: readonly KeyedBlock[]): Place {
	const own = blocks.find(({ key }) => key === anchor.key);
	if (anchor.whole && own) {
		const same = folded(own.words) === folded(anchor.quote);
		return { how: same ? "exact" : "similar", key: own.key, start: 0, end: own.words.length };
	}
	const others = blocks.filter((block) => block !== own);
	return (
		(own && verbatimIn(own, anchor)) ??
		elsewhere(others, anchor) ??
		(own && betweenIn(own, anchor)) ??
		alikeIn(own ? [own] : [], anchor) ??
		alikeIn(others, anchor) ??
		(own ? { how: "paragraph", key: own.key, start: 0, end: own.words.length } : { how: "lost" })
	);
}

type Range = { start: number; end: number };

function verbatimIn(block: KeyedBlock, anchor: Anchor): Place | null {
	const range = findQuote(block.words, anchor.quote, anchor);
	if (!range) return null;
	const { complete } = contextScore(block.words, range, anchor);
	const alone = occurrences(block.words, anchor.quote).length === 1;
	return { how: complete || alone ? "exact" : "context", key: block.key, ...range };
}

/** The same words in another paragraph: the only place, or the one whose context fits best. */
function elsewhere(blocks: readonly KeyedBlock[], anchor: Anchor): Place | null {
	const places = blocks
		.flatMap((block) =>
			occurrences(block.words, anchor.quote).map((range) => ({
				block,
				range,
				score: contextScore(block.words, range, anchor).score,
			})),
		)
		.sort((one, other) => other.score - one.score);
	const [best, next] = places;
	if (!best) return null;
	const alone = !next || best.score > next.score;
	const enough = anchor.quote.length + best.score >= leastSigns;
	return alone && enough ? { how: "context", key: best.block.key, ...best.range } : null;
}

/** What stands between the words around the quotation now, when both are still there and not too much is between them. */
function betweenIn(block: KeyedBlock, { quote, before, after }: Anchor): Place | null {
	const [left, right] = [nearWords(before, -neighbours), nearWords(after, neighbours)];
	if (!left || !right) return null;
	const lefts = occurrences(block.words, left);
	const rights = occurrences(block.words, right);
	const [from, to] = [lefts[0], rights[0]];
	// several places would be a guess
	if (lefts.length !== 1 || rights.length !== 1 || !from || !to || from.end >= to.start) return null;
	const [word, ...more] = wordsIn(block.words.slice(from.end, to.start));
	const last = more.at(-1) ?? word;
	if (!word || !last || last.end - word.start > quote.length * mostGrowth) return null;
	return { how: "similar", key: block.key, start: from.end + word.start, end: from.end + last.end };
}

/** The words of a context next to the quotation; null when there are too few of them to go by. */
function nearWords(context: string, count: number): string | null {
	const whole = wordsIn(context).map(({ text }) => text);
	// the outermost word may have been cut
	const near = (count < 0 ? whole.slice(count) : whole.slice(0, count)).join(" ");
	return near.length >= leastNeighbour ? near : null;
}

function alikeIn(blocks: readonly KeyedBlock[], anchor: Anchor): Place | null {
	const wanted = wordsIn(folded(anchor.quote)).map(({ text }) => text);
	if (wanted.length < leastWordsAlike) return null;
	const most = Math.floor(wanted.length * changedAtMost);
	let best: { block: KeyedBlock; range: Range; changes: number } | null = null;
	for (const block of blocks) {
		const found = closest(wanted, folded(block.words));
		if (found && found.changes <= most && (!best || found.changes < best.changes)) best = { block, ...found };
	}
	return best && { how: "similar", key: best.block.key, ...best.range };
}

/**
 * The stretch of a text that becomes the wanted words with the fewest words changed, added or removed (P. Sellers, 1980).
 * Null when not one word fits.
 */
function closest(wanted: readonly string[], text: string): { range: Range; changes: number } | null {
	const words = wordsIn(text);
	const known = new Set(wanted);
	if (!words.some((word) => known.has(word.text))) return null;
	// costs[i]: changes to get the first i wanted words out of what ends at this word; from[i]: where that began
	let costs = wanted.map((_, index) => index + 1);
	let from = wanted.map(() => 0);
	let best: { changes: number; first: number; last: number } | null = null;
	for (const [place, word] of words.entries()) {
		const [nextCosts, nextFrom]: [number[], number[]] = [[], []];
		for (const [index, want] of wanted.entries()) {
			const [diagonal, diagonalFrom] = index === 0 ? [0, place] : [costs[index - 1] ?? 0, from[index - 1] ?? 0];
			const [above, aboveFrom] = index === 0 ? [0, place + 1] : [nextCosts[index - 1] ?? 0, nextFrom[index - 1] ?? 0];
			const options: [number, number][] = [
				[diagonal + (want === word.text ? 0 : 1), diagonalFrom],
				[(costs[index] ?? 0) + 1, from[index] ?? 0],
				[above + 1, aboveFrom],
			];
			const [cost, begin] = options.reduce((least, option) => (option[0] < least[0] ? option : least));
			nextCosts.push(cost);
			nextFrom.push(begin);
		}
		[costs, from] = [nextCosts, nextFrom];
		const changes = costs.at(-1) ?? wanted.length;
		const first = from.at(-1) ?? place;
		if (first <= place && (!best || changes < best.changes)) best = { changes, first, last: place };
	}
	const [first, last] = [best && words[best.first], best && words[best.last]];
	return best && first && last ? { range: { start: first.start, end: last.end }, changes: best.changes } : null;
}

function occurrences(words: string, quote: string): Range[] {
	const wanted = folded(quote).trim().replace(/ +/g, " ");
	if (wanted === "") return [];
	const text = folded(words);
	const found: Range[] = [];
	for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
		found.push({ start, end: start + wanted.length });
	}
	return found;
}

/** How many characters of the context fit, counted from the quotation outwards; white space does not count. */
function contextScore(
	words: string,
	{ start, end }: Range,
	{ before, after }: { before: string; after: string },
): { score: number; complete: boolean } {
	const bare = (text: string) => folded(text).replaceAll(" ", "");
	const [wantedBefore, wantedAfter] = [bare(before), bare(after)];
	const left = commonEnd(bare(words.slice(0, start)), wantedBefore);
	const right = commonStart(bare(words.slice(end)), wantedAfter);
	return { score: left + right, complete: left === wantedBefore.length && right === wantedAfter.length };
}

function commonStart(one: string, other: string): number {
	let length = 0;
	while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
	return length;
}

function commonEnd(one: string, other: string): number {
	let length = 0;
	while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
	return length;
}

/** Spellings that people and their devices mix up; each sign becomes one sign, so that places stay where they are. */
function folded(text: string): string {
	return Array.from(text, (sign) => {
		if (/\s/.test(sign)) return " ";
		if (/[„“”«»‟"]/.test(sign)) return '"';
		if (/[‚‘’‹›‛']/.test(sign)) return "'";
		if (/[‐‑‒–—−-]/.test(sign)) return "-";
		const lower = sign.toLowerCase();
		return lower.length === sign.length ? lower : sign;
	}).join("");
}
