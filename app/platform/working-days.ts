import { Temporal } from "temporal-polyfill";
import { isHoliday } from "./holidays";

/** Whether offices work on a day. @param land first two digits of the organisation's key; null when not known */
export function isWorkingDay(day: Temporal.PlainDate, land: string | null): boolean {
	return day.dayOfWeek <= 5 && !isHoliday(day, land);
}

/** Working days after the first day up to the second; negative the other way round. */
export function workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, land: string | null): number {
	const forward = Temporal.PlainDate.compare(from, to) <= 0;
	const last = forward ? to : from;
	let day = forward ? from : to;
	let count = 0;
	while (Temporal.PlainDate.compare(day, last) < 0) {
		day = day.add({ days: 1 });
		if (isWorkingDay(day, land)) count += 1;
	}
	return forward ? count : -count;
}

/** The day on which so many working days are over, counted from the day after this one. */
export function workingDayAfter(day: Temporal.PlainDate, days: number, land: string | null): Temporal.PlainDate {
	let last = day;
	for (let left = days; left > 0; ) {
		last = last.add({ days: 1 });
		if (isWorkingDay(last, land)) left -= 1;
	}
	return last;
}
