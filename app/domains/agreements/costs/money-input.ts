import { done, type Outcome, refused } from "~/platform/outcome";

export type MoneyRefusal =
	| "amount-empty"
	| "amount-negative"
	| "amount-decimals"
	| "amount-too-large"
	| "amount-unreadable";

/** Ten billion euros; more is a slip of the keyboard. In cents. */
export const largestAmount = 1_000_000_000_000n;

/** Digits alone, or in groups of three with points; at most two decimals after a comma. */
const germanAmount = /^(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d+))?$/;

/**
 * Reads an amount as Germans write it: "1.234,56", "1234,5", "0", with or without "€" or "Euro".
 * @returns integer cents; refused when empty, negative, with more than two decimals, over ten billion euros or not an amount
 */
export function parseEuros(text: string): Outcome<bigint, MoneyRefusal> {
	const typed = text.replace(/[\s\u00a0\u202f]|€|euro$|eur$/gi, "");
	if (typed === "") return refused("amount-empty");
	if (/^[-\u2212\u2013]\d/.test(typed)) return refused("amount-negative");
	const match = germanAmount.exec(typed);
	if (!match?.[1]) return refused("amount-unreadable");
	const decimals = match[2] ?? "";
	if (decimals.length > 2) return refused("amount-decimals");
	const cents = BigInt(match[1].replaceAll(".", "")) * 100n + BigInt(decimals.padEnd(2, "0"));
	return cents > largestAmount ? refused("amount-too-large") : done(cents);
}

/**
 * Reads a percentage with at most four decimals: "33,3333", "12,5 %".
 * @returns millionths (100 % are 1,000,000); refused with the same codes as an amount
 */
export function parsePercent(text: string): Outcome<bigint, MoneyRefusal> {
	const typed = text.replace(/[\s\u00a0\u202f%]/g, "");
	if (typed === "") return refused("amount-empty");
	if (/^[-\u2212\u2013]\d/.test(typed)) return refused("amount-negative");
	const match = /^(\d{1,3})(?:,(\d+))?$/.exec(typed);
	if (!match?.[1]) return refused("amount-unreadable");
	const decimals = match[2] ?? "";
	if (decimals.length > 4) return refused("amount-decimals");
	const millionths = BigInt(match[1]) * 10_000n + BigInt(decimals.padEnd(4, "0"));
	return millionths > 1_000_000n ? refused("amount-too-large") : done(millionths);
}

/** Cents as they stand in a form field, so that they can be typed again: 123456n → "1.234,56". */
export function euroField(cents: bigint): string {
	const digits = cents.toString().padStart(3, "0");
	return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ".")},${digits.slice(-2)}`;
}

/** Millionths as a percentage in a form field, without needless zeros: 333333n → "33,3333". */
export function percentField(millionths: bigint): string {
	const decimals = (millionths % 10_000n).toString().padStart(4, "0").replace(/0+$/, "");
	return `${millionths / 10_000n}${decimals && `,${decimals}`}`;
}

/** A figure of a key as it stands in a form field: percent, euros, or a plain number. */
export function figureField(counted: string | null, value: bigint): string {
	if (counted === "fixed-percent") return percentField(value);
	return counted === "fixed-amount" ? euroField(value) : value.toString();
}
