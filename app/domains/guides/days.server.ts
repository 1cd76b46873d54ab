import { fromStored, parseDay, type StoredDate } from "~/platform/calendar.server";
import type { Day, Period } from "./plans/coverage-plan";

/** A stored date as the rules take it. */
export function dayText(date: StoredDate): Day {
	return fromStored(date).toString();
}

/** A checked `YYYY-MM-DD` as the database stores it. */
export function storedDay(day: Day): StoredDate {
	const date = parseDay(day);
	if (!date) throw new Error("a form let a day pass that is none");
	return date;
}

/** A row's period as the rules take it. */
export function periodOf({ validFrom, validUntil }: { validFrom: StoredDate; validUntil: StoredDate | null }): Period {
	return { from: dayText(validFrom), until: validUntil && dayText(validUntil) };
}

/** The last day of a half-open period, as people say it. */
export function lastDay(until: Day | null): Day | null {
	return until === null ? null : fromStored(storedDay(until)).subtract({ days: 1 }).toString();
}
