import type { CostPlanItem } from "./cost-item";
import type { CoverLine } from "./coverage";

export type ReserveYear = { year: number; paidIn: bigint; withdrawn: bigint; balance: bigint };

/**
 * The reserve year by year: cost items of its class pay in, cover lines of its kind are withdrawn.
 * @returns every year from the first to the last in which either happens, amounts in cents
 */
export function reserveOf(
	items: readonly Pick<CostPlanItem, "costClass" | "years">[],
	cover: readonly CoverLine[],
): ReserveYear[] {
	const paid = items.filter(({ costClass }) => costClass === "reserve").flatMap(({ years }) => years);
	const taken = cover.filter(({ kind }) => kind === "reserve");
	const named = [...paid, ...taken].map(({ year }) => year);
	if (named.length === 0) return [];
	const [first, last] = [Math.min(...named), Math.max(...named)];
	const sumIn = (lines: readonly { year: number; cents: bigint }[], year: number) =>
		lines.filter((line) => line.year === year).reduce((sum, { cents }) => sum + cents, 0n);
	let balance = 0n;
	return Array.from({ length: last - first + 1 }, (_, later) => {
		const year = first + later;
		const [paidIn, withdrawn] = [sumIn(paid, year), sumIn(taken, year)];
		balance += paidIn - withdrawn;
		return { year, paidIn, withdrawn, balance };
	});
}

/** The first year in which more was taken than there is; null when the reserve holds (behaviour 33). */
export function overdrawn(years: readonly ReserveYear[]): ReserveYear | null {
	return years.find(({ balance }) => balance < 0n) ?? null;
}
