/** An event as calendars read it. */
export type CalendarEntry = {
	/** The same for ever, so that a change replaces what stands in the calendar. */
	code: string;
	title: string;
	startsAt: Date;
	endsAt: Date;
	place: string | null;
	text: string;
	url: string;
	sequence: number;
	changedAt: Date;
	cancelled: boolean;
	/** Of an invitation to one person: who invites, and who is invited (RFC 5546, 3.2.2). Addresses are checked mail addresses. */
	invitation?: { organizer: { name: string; email: string }; attendee: { name: string; email: string } };
};

const zone = "Europe/Berlin";

/** Central European time with the rule of Directive 2000/84/EC: last Sundays of March and October, 1:00 UTC. */
const timeZone = [
	"BEGIN:VTIMEZONE",
	`TZID:${zone}`,
	"BEGIN:DAYLIGHT",
	"DTSTART:19960331T020000",
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
	"TZOFFSETFROM:+0100",
	"TZOFFSETTO:+0200",
	"TZNAME:CEST",
	"END:DAYLIGHT",
	"BEGIN:STANDARD",
	"DTSTART:19961027T030000",
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
	"TZOFFSETFROM:+0200",
	"TZOFFSETTO:+0100",
	"TZNAME:CET",
	"END:STANDARD",
	"END:VTIMEZONE",
];

const local = new Intl.DateTimeFormat("en-GB", {
	timeZone: zone,
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
	hour: "2-digit",
	minute: "2-digit",
	second: "2-digit",
	hourCycle: "h23",
});

function localTime(moment: Date): string {
	const parts = Object.fromEntries(local.formatToParts(moment).map(({ type, value }) => [type, value]));
	return `${parts.year}${parts.month}${parts.day}T${parts.hour}${parts.minute}${parts.second}`;
}

function universalTime(moment: Date): string {
	return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks are escaped; other control characters have no place. */
function escaped(text: string): string {
	return text
		.replace(/[\\;,]/g, "\\$&")
		.replace(/\r\n?|\n/g, "\\n")
		.replace(/\p{Cc}/gu, "");
}

/** RFC 5545, 3.1: lines of at most 75 octets, never cut within a character. */
function folded(line: string): string {
	let out = "";
	let octets = 0;
	for (const character of line) {
		const size = new TextEncoder().encode(character).length;
		if (octets + size > 75) {
			out += "\r\n ";
			octets = 1;
		}
		out += character;
		octets += size;
	}
	return out;
}

/** RFC 5545, 3.2: a parameter in quotes holds anything but quotes and control characters. */
function quoted(text: string): string {
	return `"${text.replaceAll('"', "'").replace(/\p{Cc}/gu, " ")}"`;
}

/** Nobody reads answers by calendar mail here: people answer by the link in the text, so no RSVP is asked for. */
function invitationLines({ invitation }: CalendarEntry): string[] {
	if (!invitation) return [];
	const { organizer, attendee } = invitation;
	return [
		`ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`,
		`ATTENDEE;CN=${quoted(attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${attendee.email}`,
	];
}

function entryLines(entry: CalendarEntry, host: string): string[] {
	return [
		"BEGIN:VEVENT",
		`UID:${entry.code.toLowerCase()}@${host}`,
		`DTSTAMP:${universalTime(entry.changedAt)}`,
		`LAST-MODIFIED:${universalTime(entry.changedAt)}`,
		`SEQUENCE:${entry.sequence}`,
		`DTSTART;TZID=${zone}:${localTime(entry.startsAt)}`,
		`DTEND;TZID=${zone}:${localTime(entry.endsAt)}`,
		`SUMMARY:${escaped(entry.title)}`,
		...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
		...(entry.text ? [`DESCRIPTION:${escaped(entry.text)}`] : []),
		`URL:${entry.url}`,
		...invitationLines(entry),
		`STATUS:${entry.cancelled ? "CANCELLED" : "CONFIRMED"}`,
		"END:VEVENT",
	];
}

/**
 * A calendar file (RFC 5545) with the time zone written out and CRLF line ends.
 * @param given.method PUBLISH for feeds and entries, REQUEST for an invitation by mail, CANCEL for a single event that was
 * cancelled (RFC 5546)
 * @param given.host makes the identities unique in the world
 */
export function calendarFile(given: {
	method: "PUBLISH" | "REQUEST" | "CANCEL";
	name: string;
	host: string;
	entries: readonly CalendarEntry[];
}): string {
	const lines = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Gemeinwerk//Termine//DE",
		"CALSCALE:GREGORIAN",
		`METHOD:${given.method}`,
		`NAME:${escaped(given.name)}`,
		`X-WR-CALNAME:${escaped(given.name)}`,
		`X-WR-TIMEZONE:${zone}`,
		...timeZone,
		...given.entries.flatMap((entry) => entryLines(entry, given.host)),
		"END:VCALENDAR",
	];
	return `${lines.map(folded).join("\r\n")}\r\n`;
}
