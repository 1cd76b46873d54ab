import { done, type Outcome, refused } from "~/platform/outcome";
import { largestAmount, percentField } from "./money-input";

/** How an amount is shared by one figure per party. */
export const variableKeys = ["equal", "inhabitants", "usage", "fixed-percent"] as const;
export type VariableKey = (typeof variableKeys)[number];

export const shareKeys = [...variableKeys, "fixed-amount", "base-plus"] as const;
export type ShareKey = (typeof shareKeys)[number];

/**
 * What the key counts for each party: inhabitants, units of use, millionths or cents; with "equal" every party that is
 * listed counts alike. In the order of the contract, which decides where the odd cent goes.
 * `base` (base-plus only) is borne first, `cap` is the most a party bears in a year; both in cents.
 */
export type Basis = readonly { party: string; value: bigint; base?: bigint | null; cap?: bigint | null }[];

export type Distribution = {
	key: ShareKey;
	basis: Basis;
	/** Who bears what fixed amounts leave over. */
	restParty: string | null;
	/** For base-plus: how everything above the base amounts is shared. */
	variableKey?: VariableKey | null;
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
	| "share-rest-without-bearer"
	| "share-variable-missing";

const sumOf = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);

/**
 * Distributes an amount over the parties so that the parts are the amount to the cent: rounded down, then one cent each to
 * the largest remainders, ties in the order of the contract. A party whose value is zero bears nothing. What goes beyond a
 * cap moves to the others by the same key; only when nobody is left the parts are less than the amount (`unborne`).
 * @param cents of one item in one year
 * @returns a part per party of the basis, in its order; refused when the key cannot decide (behaviours 16–27)
 */
export function distribute(cents: bigint, distribution: Distribution): Outcome<Share[], ShareRefusal> {
	const { basis } = distribution;
	if (cents < 0n) return refused("share-negative");
	if (cents > largestAmount) return refused("amount-too-large");
	if (basis.length === 0) return refused("share-parties-missing");
	if (new Set(basis.map(({ party }) => party)).size < basis.length) return refused("share-party-twice");
	if (basis.some(({ value, base, cap }) => value < 0n || (base ?? 0n) < 0n || (cap ?? 0n) < 0n)) {
		return refused("share-negative");
	}
	const shares = byKey(cents, distribution);
	return shares.done ? done(withinCaps(shares.value, distribution)) : shares;
}

/** What nobody bears of an amount, because everybody who shares it has reached a cap. */
export function unborne(cents: bigint, shares: readonly Share[]): bigint {
	return cents - sumOf(shares.map((share) => share.cents));
}

function byKey(cents: bigint, { key, basis, restParty, variableKey }: Distribution): Outcome<Share[], ShareRefusal> {
	if (key === "fixed-amount") return byFixedAmounts(cents, basis, restParty);
	if (key === "base-plus") return byBaseAndVariable(cents, basis, variableKey ?? null);
	return byWeights(cents, basis, key);
}

function weighted(basis: Basis, key: VariableKey): Basis {
	return key === "equal" ? basis.map(({ party }) => ({ party, value: 1n })) : basis;
}

function byWeights(cents: bigint, basis: Basis, key: VariableKey): Outcome<Share[], ShareRefusal> {
	const weights = weighted(basis, key);
	const total = sumOf(weights.map(({ value }) => value));
	if (key === "fixed-percent" && total !== 1_000_000n) {
		const difference = total - 1_000_000n;
		const shown = `${difference < 0n ? "−" : "+"}${percentField(difference < 0n ? -difference : difference)}`;
		return refused("share-percent-sum", { values: { difference: shown } });
	}
	return total === 0n ? refused("share-all-zero") : done(byLargestRemainder(cents, weights, total));
}

function byLargestRemainder(cents: bigint, weights: Basis, total: bigint): Share[] {
	const parts = weights.map(({ party, value }, place) => ({
		party,
		place,
		cents: (cents * value) / total,
		remainder: (cents * value) % total,
	}));
	const left = cents - sumOf(parts.map((part) => part.cents));
	const first = parts.toSorted((a, b) =>
		a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1,
	);
	for (const part of first.slice(0, Number(left))) part.cents += 1n;
	return parts.map(({ party, cents: share }) => ({ party, cents: share }));
}

/** Every party its fixed amount; what is left over goes to one that is named, never to nobody. */
function byFixedAmounts(cents: bigint, basis: Basis, restParty: string | null): Outcome<Share[], ShareRefusal> {
	const fixed = sumOf(basis.map(({ value }) => value));
	if (fixed > cents) return refused("share-fixed-exceeds");
	const rest = cents - fixed;
	if (rest > 0n && !basis.some(({ party }) => party === restParty)) return refused("share-rest-without-bearer");
	return done(basis.map(({ party, value }) => ({ party, cents: party === restParty ? value + rest : value })));
}

/** First the base amounts, in proportion to each other where they are more than the whole; then the rest by its own key. */
function byBaseAndVariable(
	cents: bigint,
	basis: Basis,
	variableKey: VariableKey | null,
): Outcome<Share[], ShareRefusal> {
	if (variableKey === null) return refused("share-variable-missing");
	const bases = basis.map(({ party, base }) => ({ party, value: base ?? 0n }));
	const total = sumOf(bases.map(({ value }) => value));
	const variable = byWeights(total > cents ? 0n : cents - total, basis, variableKey);
	if (!variable.done) return variable;
	if (total > cents) return done(byLargestRemainder(cents, bases, total));
	return done(
		variable.value.map(({ party, cents: share }, place) => ({ party, cents: share + (bases[place]?.value ?? 0n) })),
	);
}

/** Moves what goes beyond a cap to those below theirs, until nobody is above or nobody is left. */
function withinCaps(shares: Share[], distribution: Distribution): Share[] {
	const capOf = new Map(distribution.basis.map(({ party, cap }) => [party, cap ?? null]));
	const full = new Set<string>();
	let parts = shares;
	for (;;) {
		const over = parts.filter(({ party, cents }) => {
			const cap = capOf.get(party) ?? null;
			return cap !== null && cents > cap;
		});
		if (over.length === 0) return parts;
		for (const { party } of over) full.add(party);
		const excess = sumOf(over.map(({ party, cents }) => cents - (capOf.get(party) ?? cents)));
		const weights = takersOf(parts, distribution, full);
		const total = sumOf(weights.map(({ value }) => value));
		const more = total === 0n ? [] : byLargestRemainder(excess, weights, total);
		parts = parts.map(({ party, cents }) => ({
			party,
			cents: full.has(party)
				? (capOf.get(party) ?? cents)
				: cents + (more.find((part) => part.party === party)?.cents ?? 0n),
		}));
	}
}

/** By what the others take over: whoever bears the rest alone, otherwise their figures, where there are none their parts. */
function takersOf(parts: Share[], { key, basis, restParty, variableKey }: Distribution, full: Set<string>): Basis {
	const open = basis.filter(({ party }) => !full.has(party));
	if (key === "fixed-amount") {
		const bearer = open.filter(({ party }) => party === restParty);
		if (bearer.length > 0) return bearer.map(({ party }) => ({ party, value: 1n }));
		return parts.filter(({ party }) => !full.has(party)).map(({ party, cents }) => ({ party, value: cents }));
	}
	return weighted(open, key === "base-plus" ? (variableKey ?? "equal") : key);
}
