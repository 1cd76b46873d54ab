/** An exact share between 0 and 1; "two thirds" is { numerator: 2, denominator: 3 }, never 67 %. */
export type Fraction = { numerator: number; denominator: number };

/** "at-least": the share itself is enough. "more-than": one more than the share. */
export type Comparison = "at-least" | "more-than";

export function isShare({ numerator, denominator }: Fraction): boolean {
	return (
		Number.isSafeInteger(numerator) &&
		Number.isSafeInteger(denominator) &&
		denominator > 0 &&
		numerator >= 0 &&
		numerator <= denominator
	);
}

/**
 * How many of a whole are needed to reach a share of it.
 * @returns the smallest whole number n with n ≥ share · whole, or n > share · whole for "more-than"
 * @throws RangeError for what is no share or no count
 */
export function neededOf(share: Fraction, whole: number, comparison: Comparison): number {
	if (!isShare(share) || !Number.isSafeInteger(whole) || whole < 0) throw new RangeError("no share of a count");
	const product = BigInt(share.numerator) * BigInt(whole);
	const denominator = BigInt(share.denominator);
	return Number(comparison === "more-than" ? product / denominator + 1n : (product + denominator - 1n) / denominator);
}
