import { Temporal } from "temporal-polyfill";
import { isDay } from "./day";

/** The calendar that people here live by. */
export const zone = "Europe/Berlin";

/** A date of law as the database holds it (`date`): midnight UTC of that day, never a moment. */
export type StoredDate = Date;

/** The calendar day in Germany at a moment. */
export function dayOf(moment: Date): Temporal.PlainDate {
	return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

function toStored(day: Temporal.PlainDate): StoredDate {
	return new Date(`${day.toString()}T00:00:00Z`);
}

export function fromStored(date: StoredDate): Temporal.PlainDate {
	return Temporal.PlainDate.from(date.toISOString().slice(0, 10));
}

/** The moment at which a day begins in Germany; clock changes included. */
export function startOf(day: Temporal.PlainDate): Date {
	return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}

/** Today's calendar day as the database stores dates. */
export function today(now: Date): StoredDate {
	return toStored(dayOf(now));
}

/** The stored date a number of days later (or earlier, if negative). */
export function daysFrom(date: StoredDate, days: number): StoredDate {
	return toStored(fromStored(date).add({ days }));
}

/** A `<input type="date">` value as a stored date, or null if it is no day that a form may name. */
export function parseDay(text: string): StoredDate | null {
	return isDay(text) ? toStored(Temporal.PlainDate.from(text)) : null;
}

/** The Prisma condition for "in force on this day", for tables with validFrom and validUntil. */
export function inForce(day: StoredDate) {
	return { validFrom: { lte: day }, OR: [{ validUntil: null }, { validUntil: { gt: day } }] };
}

/** A `<input type="datetime-local">` value as people in Germany mean it, or null when it is no moment. */
export function parseMoment(text: string): Date | null {
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
	try {
		return new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);
	} catch {
		return null;
	}
}

/** A moment as `<input type="datetime-local">` shows it in Germany. */
export function localText(moment: Date): string {
	return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
		.toZonedDateTimeISO(zone)
		.toPlainDateTime()
		.toString({ smallestUnit: "minute" });
}
