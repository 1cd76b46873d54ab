import { type Distribution, distribute, type Share } from "./shares";

type Item = Distribution & { label: string; years: readonly { year: number; cents: bigint }[] };

export type ExitYear = { year: number; before: bigint; after: bigint };
export type ExitParty = { party: string; years: ExitYear[]; before: bigint; after: bigint };
export type ExitSimulation = {
	/** In the order of the contract, the leaving party among them. */
	parties: ExitParty[];
	/** What nobody bears after the exit, per year in which there is something. */
	gaps: { year: number; cents: bigint }[];
	/** What the leaving party would still have borne. */
	remaining: bigint;
};

/**
 * The same key without one party. Fixed percentages keep their proportion to each other; a fixed amount goes to whoever
 * bears the rest, otherwise to all in proportion.
 */
export function withoutParty(distribution: Distribution, leaving: string): Distribution {
	const { key, variableKey, restParty } = distribution;
	const basis = distribution.basis.filter(({ party }) => party !== leaving);
	if (basis.length === distribution.basis.length) return distribution;
	if (key === "fixed-percent") return { ...distribution, key: "usage", basis };
	if (key === "base-plus" && variableKey === "fixed-percent") return { ...distribution, variableKey: "usage", basis };
	const bears = restParty !== leaving && basis.some(({ party }) => party === restParty);
	if (key === "fixed-amount" && !bears) return { ...distribution, key: "usage", basis, restParty: null };
	return { ...distribution, basis };
}

const divisorOf = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisorOf(b, a % b));

/**
 * The same as it is written into a draft: where the key becomes one by parts, the parts are as small as they can be
 * (500,000 and 300,000 millionths are 5 and 3), which shares every amount alike.
 */
export function keyAfterExit(distribution: Distribution, leaving: string): Distribution {
	const later = withoutParty(distribution, leaving);
	if (later.key === distribution.key && later.variableKey === distribution.variableKey) return later;
	const divisor = later.basis.reduce((sum, { value }) => divisorOf(sum, value), 0n);
	if (divisor === 0n) return later;
	return { ...later, basis: later.basis.map((entry) => ({ ...entry, value: entry.value / divisor })) };
}

/** Whether a key can still decide who bears an item once a party has left; where it cannot, somebody has to take it over. */
export function isLeftBehind(item: Item, leaving: string, from: number): boolean {
	const later = keyAfterExit(item, leaving);
	return item.years.some(({ year, cents }) => year >= from && !distribute(cents, later).done);
}

const partsOf = (cents: bigint, distribution: Distribution): Share[] => {
	const shares = distribute(cents, distribution);
	return shares.done ? shares.value : [];
};

/**
 * Who pays how much more when one party leaves; the years before stay as they are, and every year is worked out anew from
 * the item, so nothing of the years before goes into it (behaviour 34). Nothing is stored.
 * @param parties all parties in the order of the contract
 * @param from the first year without the leaving party
 */
export function simulateExit(
	items: readonly Item[],
	parties: readonly string[],
	{ leaving, from }: { leaving: string; from: number },
): ExitSimulation {
	const years = [...new Set(items.flatMap((item) => item.years.map(({ year }) => year)))].sort((a, b) => a - b);
	const cells = new Map<string, { before: bigint; after: bigint }>();
	const at = (party: string, year: number) => {
		const key = `${year} ${party}`;
		const cell = cells.get(key) ?? { before: 0n, after: 0n };
		cells.set(key, cell);
		return cell;
	};
	const gaps = new Map<number, bigint>();
	for (const item of items) {
		const later = withoutParty(item, leaving);
		for (const { year, cents } of item.years) {
			const before = partsOf(cents, item);
			const after = year < from ? before : partsOf(cents, later);
			for (const share of before) at(share.party, year).before += share.cents;
			for (const share of after) at(share.party, year).after += share.cents;
			const gap = cents - after.reduce((sum, share) => sum + share.cents, 0n);
			if (gap > 0n) gaps.set(year, (gaps.get(year) ?? 0n) + gap);
		}
	}
	const shown = parties.map((party): ExitParty => {
		const rows = years.map((year) => ({ year, ...at(party, year) }));
		return {
			party,
			years: rows,
			before: rows.reduce((sum, row) => sum + row.before, 0n),
			after: rows.reduce((sum, row) => sum + row.after, 0n),
		};
	});
	const gone = shown.find(({ party }) => party === leaving);
	return {
		parties: shown,
		gaps: [...gaps].sort(([a], [b]) => a - b).map(([year, cents]) => ({ year, cents })),
		remaining: gone ? gone.before - gone.after : 0n,
	};
}
