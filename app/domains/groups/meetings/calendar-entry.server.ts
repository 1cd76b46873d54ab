import { houseAddress } from "~/platform/address.server";
import type { CalendarEntry } from "~/platform/calendar-file";
import { calendarFile } from "~/platform/calendar-file";
import { env } from "~/platform/env.server";
import { houseName } from "~/platform/http/calendar-response.server";
import { readSender } from "~/platform/mail/address";
import type { MailAttachment } from "~/platform/mail/queue.server";
import { endOf } from "./meeting";

type MeetingDates = {
	id: string;
	title: string;
	startsAt: Date;
	endsAt: Date | null;
	place: string;
	sequence: number;
	changedAt: Date | null;
	createdAt: Date;
	cancelledAt: Date | null;
};

/** A meeting as calendars read it; its identity stays the same through changes and cancellation. */
export function entryOf(
	meeting: MeetingDates,
	{ group, path, text }: { group: string; path: string; text: string },
): CalendarEntry {
	return {
		code: `sitzung-${meeting.id}`,
		title: `${group}: ${meeting.title}`,
		startsAt: meeting.startsAt,
		endsAt: endOf(meeting),
		place: meeting.place || null,
		text,
		url: houseAddress(path),
		sequence: meeting.sequence,
		changedAt: meeting.changedAt ?? meeting.createdAt,
		cancelled: meeting.cancelledAt !== null,
	};
}

/**
 * The calendar invitation that goes along with a mail (RFC 6047): REQUEST with a stable UID and a growing SEQUENCE, CANCEL
 * once the meeting is cancelled.
 */
export function invitationFile(
	entry: CalendarEntry,
	{ group, attendee }: { group: string; attendee: { name: string; email: string } },
): MailAttachment {
	const sender = readSender(env().MAIL_FROM);
	if (!sender) throw new Error("the sender of mails is checked when the house starts");
	const method = entry.cancelled ? "CANCEL" : "REQUEST";
	return {
		name: entry.cancelled ? "absage.ics" : "einladung.ics",
		mediaType: `text/calendar; method=${method}; charset=utf-8`,
		text: calendarFile({
			method,
			name: group,
			host: houseName(),
			entries: [{ ...entry, invitation: { organizer: { name: group, email: sender.address }, attendee } }],
		}),
	};
}
