import { Temporal } from "temporal-polyfill";
import { zone } from "~/platform/calendar.server";

/** A `<input type="datetime-local">` value as people in Germany mean it, or null when it is no moment. */
export function parseMoment(text: string): Date | null {
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
	try {
		return new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);
	} catch {
		return null;
	}
}

/** The same for a time of day ("18:40") on the calendar day of another moment. */
export function parseTimeOn(moment: Date, time: string): Date | null {
	return parseMoment(`${localText(moment).slice(0, 10)}T${time}`);
}

/** A moment as `<input type="datetime-local">` shows it in Germany. */
export function localText(moment: Date): string {
	return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
		.toZonedDateTimeISO(zone)
		.toPlainDateTime()
		.toString({ smallestUnit: "minute" });
}
