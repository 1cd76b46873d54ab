import { dayOf, startOf } from "~/platform/calendar.server";

/** Until when somebody drawn answers: the end of the last of so many days, as people in Germany count them. */
export function answerEnds(now: Date, days: number): Date {
	return startOf(dayOf(now).add({ days: days + 1 }));
}
