import { Temporal } from "temporal-polyfill";

/** What the calendar of an agreement speaks of: Übergabe, letzter Tag, Betriebskostenzusage. */
export const reminderSubjects = ["takeover", "end", "commitment"] as const;
export type ReminderSubject = (typeof reminderSubjects)[number];

/** So many months before a day it is told of, farthest first (behaviour 95 for the take-over; G12 for what ends). */
const steps: Readonly<Record<ReminderSubject, readonly number[]>> = {
	takeover: [6, 3, 1],
	end: [12, 6, 3],
	commitment: [12, 6],
};

export type Reminder = {
	/** Unique per agreement: tells once, and again when the day is moved by an amendment. */
	key: string;
	what: ReminderSubject;
	/** Months before the day; 0: it has passed. */
	months: number;
	day: string;
};

export type Calendar = {
	/** Last day of the pilot. */
	pilotEnd: string | null;
	handedOver: boolean;
	/** Last day of the agreement. */
	lastDay: string | null;
	/** Last day of the last commitment. */
	committedUntil: string | null;
};

/**
 * What is to be told on a day: per subject the nearest step that has come, so that nobody who was late gets three at once.
 * An overdue take-over is told too; what has ended is not.
 */
export function remindersOn({ pilotEnd, handedOver, lastDay, committedUntil }: Calendar, today: string): Reminder[] {
	const days = { takeover: handedOver ? null : pilotEnd, end: lastDay, commitment: committedUntil };
	return reminderSubjects.flatMap((what): Reminder[] => {
		const day = days[what];
		if (day === null) return [];
		const told = (months: number): Reminder[] => [{ key: `${what}-${months}:${day}`, what, months, day }];
		if (today > day) return what === "takeover" ? told(0) : [];
		const come = steps[what].filter((months) => Temporal.PlainDate.from(day).subtract({ months }).toString() <= today);
		const nearest = come.at(-1);
		return nearest === undefined ? [] : told(nearest);
	});
}
