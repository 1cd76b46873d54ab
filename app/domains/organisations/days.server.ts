import { daysFrom, parseDay, type StoredDate } from "~/platform/calendar.server";

/** The first day that no longer counts, from the last that does (`YYYY-MM-DD`, already checked); null for "" (open). */
export function untilAfter(lastDay: string): StoredDate | null {
	return lastDay === "" ? null : dayAfter(lastDay);
}

/** The day after a checked `YYYY-MM-DD`, as the database stores it. */
export function dayAfter(lastDay: string): StoredDate {
	return daysFrom(stored(lastDay), 1);
}

/** A checked `YYYY-MM-DD` as the database stores it. */
export function stored(day: string): StoredDate {
	const date = parseDay(day);
	if (!date) throw new Error("a form let a day pass that is none");
	return date;
}
