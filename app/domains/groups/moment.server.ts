import { localText, parseMoment } from "~/platform/calendar.server";

/** A time of day ("18:40") on the calendar day of a moment, as people in Germany mean it; null when it is none. */
export function parseTimeOn(moment: Date, time: string): Date | null {
	return parseMoment(`${localText(moment).slice(0, 10)}T${time}`);
}
