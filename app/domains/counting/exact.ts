/**
 * An exact amount as plain data: "12", "-3" or, where it is no whole number, "100/3". Results are made of these, so that
 * they can be stored, published and compared without rounding.
 */
export type Exact = string;

/** A fraction of whole numbers with a positive denominator; not necessarily in lowest terms. */
export type Ratio = { numerator: bigint; denominator: bigint };

export function greatestDivisor(one: bigint, other: bigint): bigint {
	let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
	while (b > 0n) [a, b] = [b, a % b];
	return a;
}

/** Less than, equal to or more than zero, as the first is less than, equal to or more than the second. */
export function compareRatios(one: Ratio, other: Ratio): number {
	const [left, right] = [one.numerator * other.denominator, other.numerator * one.denominator];
	return left < right ? -1 : left > right ? 1 : 0;
}

/** The fraction in lowest terms, written as "a" or "a/b". */
export function exactly(ratio: Ratio): Exact {
	const divisor = greatestDivisor(ratio.numerator, ratio.denominator) || 1n;
	const [numerator, denominator] = [ratio.numerator / divisor, ratio.denominator / divisor];
	return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** @throws RangeError for what is not written as "a" or "a/b" */
export function ratioOf(exact: Exact): Ratio {
	const [, numerator, denominator = "1"] = /^(-?\d+)(?:\/([1-9]\d*))?$/.exec(exact) ?? [];
	if (numerator === undefined) throw new RangeError(`no exact amount: ${exact}`);
	return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** The next whole number towards minus infinity; how pages show amounts that are no whole cents. */
export function roundedDown(exact: Exact): bigint {
	const { numerator, denominator } = ratioOf(exact);
	const whole = numerator / denominator;
	return numerator % denominator < 0n ? whole - 1n : whole;
}
