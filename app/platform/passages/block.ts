import type { Block, Inline } from "~/platform/rich-text/schema";
import { wordsIn } from "./words";

/** A paragraph, heading, list or quotation of a text; the key stays its own from version to version. */
export type KeyedBlock = { key: string; words: string };

/** What can be read in a block: one space between words, a line break between the entries of a list. */
export function readableOf(block: Block): string {
	if (block.type === "paragraph" || block.type === "heading") return oneSpaced(inlineText(block.content ?? []));
	const parts = block.type === "blockquote" ? block.content : block.content.flatMap((item) => item.content);
	return parts
		.map(readableOf)
		.filter((text) => text !== "")
		.join("\n");
}

function inlineText(nodes: readonly Inline[]): string {
	return nodes.map((node) => (node.type === "text" ? node.text : " ")).join("");
}

function oneSpaced(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

/** From this share of common words on, a changed paragraph counts as the same paragraph. */
const alikeFrom = 0.5;

/**
 * Gives the blocks of a new version the keys of the blocks they came from: first equal ones in their order, then equal
 * ones that were moved, then the most similar ones. A key is used once; what is new gets a fresh one.
 * @param earlier the blocks of the version before
 * @param later what can be read in each block of the new version
 * @returns one key for each block of `later`
 */
export function carriedKeys(earlier: readonly KeyedBlock[], later: readonly string[], fresh: () => string): string[] {
	const keys = new Map<number, string>();
	const free = new Set(earlier.map((_, index) => index));
	const give = (to: number, from: number) => {
		const key = earlier[from]?.key;
		if (key === undefined || keys.has(to) || !free.delete(from)) return;
		keys.set(to, key);
	};
	for (const [from, to] of inOrder(
		earlier.map(({ words }) => words),
		later,
	)) {
		give(to, from);
	}
	for (const [to, words] of later.entries()) {
		const from = [...free].find((index) => earlier[index]?.words === words && words !== "");
		if (from !== undefined) give(to, from);
	}
	const candidates = [...later.entries()]
		.filter(([to]) => !keys.has(to))
		.flatMap(([to, words]) =>
			[...free].map((from) => ({ to, from, alike: alikeness(earlier[from]?.words ?? "", words) })),
		)
		.filter(({ alike }) => alike >= alikeFrom)
		.sort((one, other) => other.alike - one.alike || Math.abs(one.from - one.to) - Math.abs(other.from - other.to));
	for (const { to, from } of candidates) give(to, from);
	return later.map((_, index) => keys.get(index) ?? fresh());
}

/** The longest sequence of equal entries in the same order, as pairs of places. */
function inOrder(one: readonly string[], other: readonly string[]): [number, number][] {
	const width = other.length + 1;
	const lengths = new Uint16Array((one.length + 1) * width);
	const at = (x: number, y: number) => lengths[x * width + y] ?? 0;
	for (let x = one.length - 1; x >= 0; x -= 1) {
		for (let y = other.length - 1; y >= 0; y -= 1) {
			lengths[x * width + y] = one[x] === other[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
		}
	}
	const pairs: [number, number][] = [];
	let [x, y] = [0, 0];
	while (x < one.length && y < other.length) {
		if (one[x] === other[y]) {
			pairs.push([x, y]);
			x += 1;
			y += 1;
		} else if (at(x + 1, y) >= at(x, y + 1)) x += 1;
		else y += 1;
	}
	return pairs;
}

/** Share of common words of two texts, each word as often as it stands there: 0 for none, 1 for all. */
function alikeness(one: string, other: string): number {
	const [words, others] = [one, other].map((text) => wordsIn(text.toLowerCase()).map((word) => word.text));
	if (!words || !others || words.length + others.length === 0) return 0;
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	let common = 0;
	for (const word of others) {
		const left = counts.get(word) ?? 0;
		if (left > 0) common += 1;
		counts.set(word, left - 1);
	}
	return (2 * common) / (words.length + others.length);
}
