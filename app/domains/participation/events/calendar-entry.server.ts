import { houseAddress } from "~/platform/address.server";
import type { CalendarEntry } from "~/platform/calendar-file";

/** A stored event as calendars read it; the address for online is for registered people only and stands not in it. */
export function entryOf(event: {
	code: string;
	title: string;
	startsAt: Date;
	endsAt: Date;
	place: string | null;
	directions: string | null;
	accessibility: string | null;
	agendaText: string;
	sequence: number;
	changedAt: Date;
	cancelledAt: Date | null;
}): CalendarEntry {
	return {
		code: event.code,
		title: event.title,
		startsAt: event.startsAt,
		endsAt: event.endsAt,
		place: event.place,
		text: [event.agendaText, event.directions, event.accessibility].filter(Boolean).join("\n\n"),
		url: houseAddress(`/termin/${event.code}`),
		sequence: event.sequence,
		changedAt: event.changedAt,
		cancelled: event.cancelledAt !== null,
	};
}
