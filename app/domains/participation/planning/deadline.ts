import { Temporal } from "temporal-polyfill";
import { isHoliday } from "~/platform/holidays";

/** The end of a display, all days as YYYY-MM-DD and included. */
export type Period = {
	/** One month (§ 187 (2), § 188 (2) and (3) BGB): the first day counts. */
	monthEnds: string;
	/** 30 days, the first counted. */
	thirtyDaysEnd: string;
	/** The later of both: never shorter (§ 3 (2) BauGB). */
	earliest: string;
	/** The next working day from there on (§ 193 BGB): what the office is offered. */
	proposed: string;
};

/**
 * The end of a display that begins on a day.
 * @param startsOn YYYY-MM-DD, a day of the calendar
 * @param land the first two digits of the organisation's key, whose holidays count; null when not known
 */
export function periodFrom(startsOn: string, land: string | null): Period {
	const start = Temporal.PlainDate.from(startsOn);
	const monthEnds = endOfMonthFrom(start);
	const thirtyDaysEnd = start.add({ days: 29 });
	const earliest = Temporal.PlainDate.compare(monthEnds, thirtyDaysEnd) > 0 ? monthEnds : thirtyDaysEnd;
	let proposed = earliest;
	while (proposed.dayOfWeek >= 6 || isHoliday(proposed, land)) proposed = proposed.add({ days: 1 });
	return {
		monthEnds: monthEnds.toString(),
		thirtyDaysEnd: thirtyDaysEnd.toString(),
		earliest: earliest.toString(),
		proposed: proposed.toString(),
	};
}

/** The day before the one with the same number in the next month; where that month is too short, its last day. */
function endOfMonthFrom(start: Temporal.PlainDate): Temporal.PlainDate {
	if (start.day === 1) return start.with({ day: start.daysInMonth });
	const next = start.with({ day: 1 }).add({ months: 1 });
	return next.with({ day: Math.min(start.day - 1, next.daysInMonth) });
}
