import { houseAddress } from "~/platform/address.server";
import type { CalendarEntry } from "~/platform/calendar-file";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import { messages } from "./messages";
import type { Opening } from "./office-day.server";

/** An office day as calendars read it. */
export function entryOfDay(
	locale: Locale,
	{
		code,
		day,
		municipality,
		post,
		opening,
		accessibility,
		reason,
		sequence,
		changedAt,
	}: {
		code: string;
		day: string;
		municipality: { name: string };
		post: { label: string };
		opening: Opening;
		accessibility: string | null;
		reason: string | null;
		sequence: number;
		changedAt: Date;
	},
): CalendarEntry {
	const t = textFor(locale, messages);
	return {
		code: `${code}-${day}`,
		title: t("day.title", { place: municipality.name }),
		startsAt: opening.opensAt,
		endsAt: opening.closesAt,
		place: opening.place,
		text: [post.label, accessibility, reason, opening.moved ? formatFor(locale).dateLong(day) : null]
			.filter(Boolean)
			.join("\n\n"),
		url: houseAddress(`/sprechtag/${code}/${day}`),
		sequence,
		changedAt,
		cancelled: opening.cancelled,
	};
}
