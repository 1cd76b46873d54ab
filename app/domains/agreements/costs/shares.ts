import { done, type Outcome, refused } from "~/platform/outcome";
import { largestAmount, percentField } from "./money-input";

export const shareKeys = ["equal", "inhabitants", "fixed-percent", "fixed-amount"] as const;
export type ShareKey = (typeof shareKeys)[number];

/**
 * What the key counts for each party: inhabitants, millionths or cents; with "equal" every party that is listed counts alike.
 * In the order of the contract, which decides where the odd cent goes.
 */
export type Basis = readonly { party: string; value: bigint }[];

export type Distribution = {
	key: ShareKey;
	basis: Basis;
	/** Who bears what fixed amounts leave over. */
	restParty: string | null;
};

export type Share = { party: string; cents: bigint };

export type ShareRefusal =
	| "amount-too-large"
	| "share-parties-missing"
	| "share-party-twice"
	| "share-negative"
	| "share-all-zero"
	| "share-percent-sum"
	| "share-fixed-exceeds"
	| "share-rest-without-bearer";

/**
 * Distributes an amount over the parties so that the parts are the amount to the cent: rounded down, then one cent each to
 * the largest remainders, ties in the order of the contract. A party whose value is zero bears nothing.
 * @param cents of one item in one year
 * @returns a part per party of the basis, in its order; refused when the key cannot decide (behaviours 16–27)
 */
export function distribute(cents: bigint, { key, basis, restParty }: Distribution): Outcome<Share[], ShareRefusal> {
	if (cents < 0n) return refused("share-negative");
	if (cents > largestAmount) return refused("amount-too-large");
	if (basis.length === 0) return refused("share-parties-missing");
	if (new Set(basis.map(({ party }) => party)).size < basis.length) return refused("share-party-twice");
	if (basis.some(({ value }) => value < 0n)) return refused("share-negative");
	if (key === "fixed-amount") return byFixedAmounts(cents, basis, restParty);
	const weights = key === "equal" ? basis.map(({ party }) => ({ party, value: 1n })) : basis;
	const total = weights.reduce((sum, { value }) => sum + value, 0n);
	if (key === "fixed-percent" && total !== 1_000_000n) {
		const difference = total - 1_000_000n;
		const shown = `${difference < 0n ? "−" : "+"}${percentField(difference < 0n ? -difference : difference)}`;
		return refused("share-percent-sum", { values: { difference: shown } });
	}
	if (total === 0n) return refused("share-all-zero");
	return done(byLargestRemainder(cents, weights, total));
}

function byLargestRemainder(cents: bigint, weights: Basis, total: bigint): Share[] {
	const parts = weights.map(({ party, value }, place) => ({
		party,
		place,
		cents: (cents * value) / total,
		remainder: (cents * value) % total,
	}));
	const left = cents - parts.reduce((sum, part) => sum + part.cents, 0n);
	const first = parts.toSorted((a, b) =>
		a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1,
	);
	for (const part of first.slice(0, Number(left))) part.cents += 1n;
	return parts.map(({ party, cents: share }) => ({ party, cents: share }));
}

/** Every party its fixed amount; what is left over goes to one that is named, never to nobody. */
function byFixedAmounts(cents: bigint, basis: Basis, restParty: string | null): Outcome<Share[], ShareRefusal> {
	const fixed = basis.reduce((sum, { value }) => sum + value, 0n);
	if (fixed > cents) return refused("share-fixed-exceeds");
	const rest = cents - fixed;
	if (rest > 0n && !basis.some(({ party }) => party === restParty)) return refused("share-rest-without-bearer");
	return done(basis.map(({ party, value }) => ({ party, cents: party === restParty ? value + rest : value })));
}
