/** What says only which law an organisation has; "Sportverein Thür" and "Sportverein Thür e. V." are one. */
const legalForms = new Set(["e", "v", "ev", "eg", "gmbh", "ggmbh", "gug", "ug", "ag", "kg", "gbr", "mbh", "co"]);
const spelt: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A name as it is compared: small letters, umlauts spelt out, no accents, no legal form. */
function plainWords(name: string): string[] {
	const plain = name
		.toLowerCase()
		.replace(/[äöüß]/g, (letter) => spelt[letter] ?? letter)
		.normalize("NFD")
		.replace(/\p{M}/gu, "");
	const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
	const own = words.filter((word) => !legalForms.has(word));
	return own.length > 0 ? own : words;
}

/** Pieces of three letters of each word with its edges, as pg_trgm cuts them. */
function piecesOf(words: readonly string[]): Set<string> {
	const pieces = new Set<string>();
	for (const word of words) {
		const padded = `  ${word} `;
		for (let at = 0; at + 3 <= padded.length; at++) pieces.add(padded.slice(at, at + 3));
	}
	return pieces;
}

export type AlikePair = { first: string; second: string; score: number };

/**
 * Pairs of names that share at least this part of their pieces (Jaccard), so also in spite of typing mistakes. All with all, without
 * comparing all with all: two names that are so alike share one of their few rarest pieces (prefix filter, Bayardo and others 2007).
 * Of several equal names each is paired with the first one only.
 * @param least between 0 and 1
 * @returns pairs with `first` < `second`, the most alike first
 */
export function alikeNames(entries: readonly { id: string; name: string }[], least: number): AlikePair[] {
	const groups = new Map<string, string[]>();
	for (const { id, name } of entries) {
		const words = plainWords(name).sort().join(" ");
		if (words) groups.set(words, [...(groups.get(words) ?? []), id]);
	}
	const pairs: AlikePair[] = [];
	const add = (one: string, other: string, score: number) =>
		pairs.push(one < other ? { first: one, second: other, score } : { first: other, second: one, score });
	for (const ids of groups.values()) for (const id of ids.slice(1)) add(ids[0] ?? id, id, 1);
	const names = ranked([...groups]);
	/** By rank of a piece: the names that have it among their rarest. */
	const having = new Map<number, number[]>();
	const met = new Int32Array(names.length).fill(-1);
	names.forEach(({ id, pieces }, place) => {
		const rarest = pieces.subarray(0, pieces.length - Math.ceil(least * pieces.length) + 1);
		for (const piece of rarest) {
			const others = having.get(piece) ?? [];
			for (const other of others) {
				const theirs = names[other];
				if (!theirs || met[other] === place) continue;
				met[other] = place;
				const score = shared(pieces, theirs.pieces, least);
				if (score >= least) add(id, theirs.id, score);
			}
			others.push(place);
			having.set(piece, others);
		}
	});
	return pairs.sort((a, b) => b.score - a.score || (a.first + a.second < b.first + b.second ? -1 : 1));
}

type Ranked = { id: string; pieces: Int32Array };

/** Each name's pieces as numbers, the rarest piece of all names being 0, in that order. */
function ranked(groups: readonly [words: string, ids: string[]][]): Ranked[] {
	const cut = groups.map(([words, ids]) => ({ id: ids[0] ?? "", pieces: piecesOf(words.split(" ")) }));
	const frequency = new Map<string, number>();
	for (const { pieces } of cut) for (const piece of pieces) frequency.set(piece, (frequency.get(piece) ?? 0) + 1);
	const order = [...frequency].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
	const rank = new Map(order.map(([piece], place) => [piece, place]));
	return cut.map(({ id, pieces }) => ({
		id,
		pieces: Int32Array.from([...pieces].map((piece) => rank.get(piece) ?? 0)).sort(),
	}));
}

/** How much of their pieces two names share; 0 as soon as it cannot be as much as `least` any more. */
function shared(one: Int32Array, other: Int32Array, least: number): number {
	// Rounded down a little: 0.6 / 1.6 * 16 is 6.000…1 for a computer.
	const needed = Math.ceil((least / (1 + least)) * (one.length + other.length) - 1e-9);
	let [both, a, b] = [0, 0, 0];
	while (a < one.length && b < other.length) {
		if (both + Math.min(one.length - a, other.length - b) < needed) return 0;
		const difference = (one[a] ?? 0) - (other[b] ?? 0);
		if (difference === 0) both += 1;
		if (difference <= 0) a += 1;
		if (difference >= 0) b += 1;
	}
	return both / (one.length + other.length - both);
}
