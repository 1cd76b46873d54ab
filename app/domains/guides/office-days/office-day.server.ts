import { Temporal } from "temporal-polyfill";
import { zone } from "~/platform/calendar.server";
import type { Day } from "../plans/coverage-plan";
import type { Rhythm } from "./rhythms";

export const officeLimits = {
	placeMost: 200,
	textMost: 1000,
	nameMost: 120,
	phoneMost: 40,
	subjectMost: 500,
	/** How far ahead slots can be booked, in days. */
	bookingDays: 90,
	/** Living bookings of one mail address at one series. */
	bookingsOfOne: 2,
	/** Bookings are deleted so many days after the day. */
	keptDays: 30,
} as const;

export type Series = {
	rhythm: Rhythm;
	firstDay: Day;
	/** The last day that counts; null: until further notice. */
	lastDay: Day | null;
	/** On the clocks of Germany, "09:00". */
	opensAt: string;
	closesAt: string;
	place: string;
	slotMinutes: number | null;
};

/** What is different on one day. */
export type Difference = {
	movedTo: Day | null;
	opensAt: string | null;
	closesAt: string | null;
	place: string | null;
	cancelledAt: Date | null;
};

const weeks: Partial<Record<Rhythm, number>> = { WEEKLY: 1, FORTNIGHTLY: 2, FOUR_WEEKLY: 4 };

/** The same weekday of a month as the first day has in its own; a fifth one means the last. */
function inMonth(month: Temporal.PlainYearMonth, first: Temporal.PlainDate): Temporal.PlainDate {
	const start = month.toPlainDate({ day: 1 });
	const nearest = start.add({ days: (first.dayOfWeek - start.dayOfWeek + 7) % 7 });
	const nth = Math.ceil(first.day / 7);
	const day = nearest.add({ weeks: nth - 1 });
	return day.month === month.month ? day : day.subtract({ weeks: 1 });
}

/**
 * The days of a series from one day to another, both included, as the series has them (what was moved stands at its old day).
 * @returns days `YYYY-MM-DD`, in order
 */
export function regularDays({ rhythm, firstDay, lastDay }: Series, from: Day, to: Day): Day[] {
	const first = Temporal.PlainDate.from(firstDay);
	const begin = Temporal.PlainDate.from(from > firstDay ? from : firstDay);
	const end = Temporal.PlainDate.from(lastDay !== null && lastDay < to ? lastDay : to);
	if (Temporal.PlainDate.compare(begin, end) > 0) return [];
	if (rhythm === "ONCE") return from <= firstDay && firstDay <= end.toString() ? [firstDay] : [];
	const days: Day[] = [];
	const step = weeks[rhythm];
	if (step) {
		const past = Math.ceil(first.until(begin, { largestUnit: "days" }).days / (7 * step));
		for (let day = first.add({ weeks: past * step }); Temporal.PlainDate.compare(day, end) <= 0; ) {
			days.push(day.toString());
			day = day.add({ weeks: step });
		}
		return days;
	}
	for (let month = begin.toPlainYearMonth(); ; month = month.add({ months: 1 })) {
		const day = inMonth(month, first);
		if (Temporal.PlainDate.compare(day, end) > 0) return days;
		if (Temporal.PlainDate.compare(day, begin) >= 0) days.push(day.toString());
	}
}

function momentOf(day: Day, time: string): Date {
	const local = Temporal.PlainDate.from(day).toZonedDateTime({
		timeZone: zone,
		plainTime: Temporal.PlainTime.from(time),
	});
	return new Date(local.epochMilliseconds);
}

export type Opening = {
	/** When it really is. */
	day: Day;
	opensAt: Date;
	closesAt: Date;
	place: string;
	cancelled: boolean;
	moved: boolean;
};

/** A day of a series as it takes place: at its own hours, or as it was moved or cancelled; the clock changes are in it. */
export function openingOf(series: Series, regular: Day, different: Difference | null): Opening {
	const day = different?.movedTo ?? regular;
	return {
		day,
		opensAt: momentOf(day, different?.opensAt ?? series.opensAt),
		closesAt: momentOf(day, different?.closesAt ?? series.closesAt),
		place: different?.place ?? series.place,
		cancelled: different !== null && different.cancelledAt !== null,
		moved: different?.movedTo !== null && different?.movedTo !== undefined,
	};
}

const minute = 60_000;

/** Minutes after opening at which a slot of this length begins and still ends in time. */
export function slotMinutesOf({ opensAt, closesAt }: Pick<Opening, "opensAt" | "closesAt">, length: number): number[] {
	const whole = Math.floor((closesAt.getTime() - opensAt.getTime()) / minute);
	return Array.from({ length: Math.max(0, Math.floor(whole / length)) }, (_, index) => index * length);
}

/** When a slot begins. */
export function slotAt({ opensAt }: Pick<Opening, "opensAt">, after: number): Date {
	return new Date(opensAt.getTime() + after * minute);
}
