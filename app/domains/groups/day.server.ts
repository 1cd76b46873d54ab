import { daysFrom, parseDay, type StoredDate } from "~/platform/calendar.server";

/** A checked `YYYY-MM-DD` as the database stores it. */
export function stored(day: string): StoredDate {
	const date = parseDay(day);
	if (!date) throw new Error("a form let a day pass that is none");
	return date;
}

/** The first day that no longer counts, from the last that does; null for "" (open). */
export function untilAfter(lastDay: string): StoredDate | null {
	return lastDay === "" ? null : daysFrom(stored(lastDay), 1);
}
