/** Triggers a review (the default), or changes the amounts by itself. */
export const indexEffects = ["review", "automatic"] as const;
export type IndexEffect = (typeof indexEffects)[number];

/**
 * How amounts follow prices. Rates in millionths (2 % are 20,000n).
 * `threshold`: below it nothing happens; `cap`: the most that amounts rise against the base year, null for no limit.
 */
export type IndexRule = {
	/** What is measured, e.g. the consumer price index of the Federal Statistical Office. */
	basis: string;
	/** Amounts are at the prices of this year. */
	baseYear: number;
	/** Expected rise per year. */
	perYear: bigint;
	threshold: bigint;
	cap: bigint | null;
	effect: IndexEffect;
};

export type Indexed = {
	/** What the plan counts with. */
	cents: bigint;
	/** What the amount would be at the prices of the year, cap included. */
	atPrices: bigint;
	/** The parties have to look at the amount again in this year. */
	review: boolean;
};

const whole = 1_000_000n;

/**
 * An amount of a year by its rule. Always worked out from the base year as an exact fraction and rounded once (half up), so
 * that five steps of a year give the same as one of five years (behaviour 32).
 * @param cents at the prices of the base year
 */
export function indexed(cents: bigint, rule: IndexRule | null, year: number): Indexed {
	const years = rule ? year - rule.baseYear : 0;
	if (!rule || years <= 0) return { cents, atPrices: cents, review: false };
	let [numerator, denominator] = [(whole + rule.perYear) ** BigInt(years), whole ** BigInt(years)];
	const reached = (numerator - denominator) * whole >= rule.threshold * denominator && rule.perYear > 0n;
	if (rule.cap !== null && (numerator - denominator) * whole > rule.cap * denominator) {
		[numerator, denominator] = [whole + rule.cap, whole];
	}
	const atPrices = (2n * cents * numerator + denominator) / (2n * denominator);
	if (!reached) return { cents, atPrices, review: false };
	return rule.effect === "automatic" ? { cents: atPrices, atPrices, review: false } : { cents, atPrices, review: true };
}
