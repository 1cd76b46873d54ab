import { Temporal } from "temporal-polyfill";

/** The year in Germany in which something ended: midnight after its last day still belongs to that day. */
export function yearOf(end: Date): number {
	return Temporal.Instant.fromEpochMilliseconds(end.getTime() - 1).toZonedDateTimeISO("Europe/Berlin").year;
}

/** A year as it stands in an address; null for anything else. */
export function yearIn(text: string): number | null {
	return /^20\d\d$/.test(text) ? Number(text) : null;
}
