import { Temporal } from "temporal-polyfill";

/** A half-year as it stands in an address: "2026-2". `from` and `until` are days, half-open. */
export type HalfYear = { key: string; year: number; half: 1 | 2; from: Temporal.PlainDate; until: Temporal.PlainDate };

function halfYear(year: number, half: 1 | 2): HalfYear {
	const from = Temporal.PlainDate.from({ year, month: half === 1 ? 1 : 7, day: 1 });
	return { key: `${year}-${half}`, year, half, from, until: from.add({ months: 6 }) };
}

/** The half-year of a day. */
export function halfYearOf(day: Temporal.PlainDate): HalfYear {
	return halfYear(day.year, day.month <= 6 ? 1 : 2);
}

/** The half-years to choose from, newest first: the present one and the seven before. */
export function recentHalfYears(day: Temporal.PlainDate): HalfYear[] {
	const { from } = halfYearOf(day);
	return Array.from({ length: 8 }, (_, index) => halfYearOf(from.subtract({ months: 6 * index })));
}
