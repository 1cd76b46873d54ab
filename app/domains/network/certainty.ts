import { Temporal } from "temporal-polyfill";

/** After so many months without confirmation a fact is shown as uncertain. */
const certainMonths = 12;

/**
 * Whether nobody has confirmed a fact for twelve months.
 * @param confirmedOn day of the last confirmation, `YYYY-MM-DD`
 * @param day the day that is looked at
 */
export function isUncertain(confirmedOn: string, day: string): boolean {
	return day >= Temporal.PlainDate.from(confirmedOn).add({ months: certainMonths }).toString();
}

/** The last day of confirmation on which a fact has become uncertain by `day` (`YYYY-MM-DD`): the same rule for a database. */
export function uncertainSince(day: string): string {
	const limit = Temporal.PlainDate.from(day).subtract({ months: certainMonths });
	// 29 February plus twelve months is 28 February: on that day both count.
	return isUncertain(limit.add({ days: 1 }).toString(), day) ? limit.add({ days: 1 }).toString() : limit.toString();
}

/** Whole months between two days, at least 0: the visible age of a fact. */
export function monthsOld(confirmedOn: string, day: string): number {
	const { months } = Temporal.PlainDate.from(confirmedOn).until(Temporal.PlainDate.from(day), { largestUnit: "month" });
	return Math.max(0, months);
}
