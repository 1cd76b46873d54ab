/** What takes part in a draw: its number in the public list, and the stratum it belongs to (by position), if there are some. */
export type Lot = { number: number; stratum: number | null };

/** Seats kept for a part of those who take part. */
export type Stratum = { position: number; seats: number };

/** A place in the order of the draw. `quota`: the stratum whose kept seat it gets, null for a free seat, undefined for none yet. */
export type Drawn = Lot & { rank: number; digest: string; quota?: number | null };

/**
 * The order of a lot, and who gets a seat: everybody's digest in ascending order; each stratum's kept seats go to its first
 * ones, what is left goes to the first of all others. Everybody can draw it again from what is published.
 * @param passedOver numbers of those who withdrew: they keep their rank and get no seat
 * @param digestOf SHA-256 in hex of "seed:value from outside:number"
 */
export function draw(
	lots: readonly Lot[],
	{
		seats,
		strata,
		digestOf,
		passedOver = new Set(),
	}: {
		seats: number;
		strata: readonly Stratum[];
		digestOf(number: number): string;
		passedOver?: ReadonlySet<number | null>;
	},
): Drawn[] {
	const order = lots
		.map((lot) => ({ ...lot, digest: digestOf(lot.number) }))
		.toSorted((one, other) => (one.digest < other.digest ? -1 : 1))
		.map((lot, index): Drawn => ({ ...lot, rank: index + 1 }));
	const there = order.filter(({ number }) => !passedOver.has(number));
	let left = seats;
	for (const stratum of strata) {
		const first = there.filter((lot) => lot.stratum === stratum.position).slice(0, Math.min(stratum.seats, left));
		for (const lot of first) lot.quota = stratum.position;
		left -= first.length;
	}
	for (const lot of there.filter(({ quota }) => quota === undefined).slice(0, left)) lot.quota = null;
	return order;
}

/**
 * Who moves up for a seat that became free: the first in the list of its stratum, or of everybody where that has nobody left.
 * @param listed those who were not drawn yet and still wait
 */
export function nextInLine<Listed extends { rank: number | null; stratum: number | null }>(
	listed: readonly Listed[],
	quota: number | null,
): Listed | null {
	const order = listed.toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
	return order.find(({ stratum }) => quota !== null && stratum === quota) ?? order[0] ?? null;
}
