import { dayOf, startOf } from "~/platform/calendar.server";

/** Until when somebody drawn answers: the end of the last of so many days, as people in Germany count them. */
export function answerEnds(now: Date, days: number): Date {
	return startOf(dayOf(now).add({ days: days + 1 }));
}

/** The last day on which they can answer (`2026-12-11`): "until the 12th at 0:00" is read as the 12th. */
export function answerLastDay(ends: Date): string {
	return dayOf(new Date(ends.getTime() - 1)).toString();
}
