import { Temporal } from "temporal-polyfill";

/** With the end of what a notice takes effect: any day, or the end of a month, quarter, half-year or year. */
export const towardsEnds = ["any-day", "month", "quarter", "half-year", "year"] as const;
export type TowardsEnd = (typeof towardsEnds)[number];

/** Text form (§ 126b BGB), or written: by hand, on paper. */
export const noticeForms = ["text", "written"] as const;
export type NoticeForm = (typeof noticeForms)[number];

/** Kündigungsfrist as data: months, to the end of what, the first possible last day (`YYYY-MM-DD`), the form. */
export type NoticePeriod = {
	months: number;
	towards: TowardsEnd;
	firstEnd: string | null;
	form: NoticeForm;
};

const monthsOf = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** The last day of the month, quarter, half-year or year in which a day lies; the day itself where any day will do. */
function endOf(day: Temporal.PlainDate, towards: TowardsEnd): Temporal.PlainDate {
	if (towards === "any-day") return day;
	const length = monthsOf[towards];
	const month = Math.ceil(day.month / length) * length;
	const last = Temporal.PlainYearMonth.from({ year: day.year, month });
	return last.toPlainDate({ day: last.daysInMonth });
}

/** Whether a notice can take effect with the end of this day at all. */
export function isNoticeEnd({ towards }: Pick<NoticePeriod, "towards">, day: string): boolean {
	return endOf(Temporal.PlainDate.from(day), towards).toString() === day;
}

/**
 * The first last day that a notice of this day can have: so many months later (§ 188 (2) BGB), then on to the next end that
 * was agreed, and not before the first one that was agreed.
 */
export function earliestEnd(period: NoticePeriod, declaredOn: string): string {
	const over = Temporal.PlainDate.from(declaredOn).add({ months: period.months }).toString();
	const first = period.firstEnd !== null && period.firstEnd > over ? period.firstEnd : over;
	return endOf(Temporal.PlainDate.from(first), period.towards).toString();
}
