import { dayOf, zone } from "~/platform/calendar.server";

export const rhythms = ["daily", "weekly", "never"] as const;
export type Rhythm = (typeof rhythms)[number];

/** What somebody gets who has chosen nothing. */
export const usualRhythm: Rhythm = "weekly";

export function isRhythm(value: string): value is Rhythm {
	return (rhythms as readonly string[]).includes(value);
}

const hour = 7;
const monday = 1;

/**
 * The last moment at which a digest of this rhythm was due: 7:00 in Germany of the day, or of Monday.
 * @returns null for those who want none
 */
export function lastDue(rhythm: Rhythm, now: Date): Date | null {
	if (rhythm === "never") return null;
	let day = dayOf(now);
	if (rhythm === "weekly") day = day.subtract({ days: day.dayOfWeek - monday });
	const at = (date: typeof day) =>
		new Date(date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds);
	const due = at(day);
	return due <= now ? due : at(day.subtract({ days: rhythm === "weekly" ? 7 : 1 }));
}
