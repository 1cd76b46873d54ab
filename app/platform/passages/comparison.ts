import { differenceOf, type Piece } from "./words";

/** A block as it is compared: what can be read, and its look for the page. */
export type ComparedBlock = { key: string; words: string };

export type Comparison<B extends ComparedBlock> = {
	key: string;
	kind: "same" | "changed" | "added" | "removed";
	/** It stands elsewhere among the others than before. */
	moved: boolean;
	earlier: B | null;
	later: B | null;
	/** The words that differ; empty for "same". */
	pieces: Piece[];
};

/**
 * Two versions of a text, paragraph by paragraph in the order of the later one; removed paragraphs stand where they were.
 */
export function compareVersions<B extends ComparedBlock>(earlier: readonly B[], later: readonly B[]): Comparison<B>[] {
	const before = new Map(earlier.map((block, index) => [block.key, { block, index }]));
	const keptKeys = new Set(later.map(({ key }) => key));
	const steady = longestRise(later.flatMap(({ key }) => before.get(key)?.index ?? []));
	const result: Comparison<B>[] = [];
	let next = 0;
	const removedUntil = (index: number) => {
		for (; next < index; next += 1) {
			const block = earlier[next];
			if (block && !keptKeys.has(block.key)) result.push(removed(block));
		}
	};
	for (const block of later) {
		const was = before.get(block.key);
		if (!was) {
			result.push({ ...empty(block.key), kind: "added", later: block, pieces: [{ kind: "added", text: block.words }] });
			continue;
		}
		const moved = !steady.has(was.index);
		if (!moved) removedUntil(was.index);
		const pieces = differenceOf(was.block.words, block.words);
		const changed = pieces.some(({ kind }) => kind !== "same");
		result.push({
			key: block.key,
			kind: changed ? "changed" : "same",
			moved,
			earlier: was.block,
			later: block,
			pieces: changed ? pieces : [],
		});
	}
	removedUntil(earlier.length);
	return result;
}

function empty(key: string) {
	return { key, moved: false, earlier: null, later: null };
}

function removed<B extends ComparedBlock>(block: B): Comparison<B> {
	return { ...empty(block.key), kind: "removed", earlier: block, pieces: [{ kind: "removed", text: block.words }] };
}

/** The entries of the longest rising sequence: what is not in it was moved. */
function longestRise(places: readonly number[]): Set<number> {
	const best: { length: number; before: number }[] = [];
	for (const [index, place] of places.entries()) {
		let [length, before] = [1, -1];
		for (let earlier = 0; earlier < index; earlier += 1) {
			if ((places[earlier] ?? 0) < place && (best[earlier]?.length ?? 0) + 1 > length) {
				length = (best[earlier]?.length ?? 0) + 1;
				before = earlier;
			}
		}
		best.push({ length, before });
	}
	let at = best.reduce(
		(top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top),
		best.length > 0 ? 0 : -1,
	);
	const rise = new Set<number>();
	while (at >= 0) {
		const place = places[at];
		if (place !== undefined) rise.add(place);
		at = best[at]?.before ?? -1;
	}
	return rise;
}
