import { fromStored, parseDay, type StoredDate, today } from "~/platform/calendar.server";

/** A stored date as `YYYY-MM-DD`. */
export function dayText(date: StoredDate): string {
	return fromStored(date).toString();
}

/** The last day of a half-open period, or null while it is open: people say "bis einschließlich". */
export function lastDayText(validUntil: StoredDate | null): string | null {
	return validUntil && fromStored(validUntil).subtract({ days: 1 }).toString();
}

/** The first day after a last one, as it is stored; null for none. */
export function dayAfter(lastDay: string): StoredDate | null {
	const day = parseDay(lastDay);
	return day && parseDay(fromStored(day).add({ days: 1 }).toString());
}

/** The day that a view looks at, as text and as stored. */
export function dayLookedAt(given: string | null, now: Date): { text: string; stored: StoredDate; isToday: boolean } {
	const present = today(now);
	const stored = (given && parseDay(given)) || present;
	return { text: dayText(stored), stored, isToday: stored.getTime() === present.getTime() };
}
