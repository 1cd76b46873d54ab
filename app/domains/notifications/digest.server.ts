import { dayOf, zone } from "~/platform/calendar.server";
import { type NoticeTopic, noticeTopics } from "~/platform/notice-topics";

export const rhythms = ["daily", "weekly", "never"] as const;
export type Rhythm = (typeof rhythms)[number];

/** A rhythm for each topic. */
export type Rhythms = Record<NoticeTopic, Rhythm>;

/** What somebody gets who has chosen nothing: news once a week, work that waits every day. */
export const usualRhythms: Rhythms = { news: "weekly", discussion: "weekly", work: "daily" };

/** The rhythms of a person's row; what was not chosen is the usual. */
export function rhythmsOf(row: { digest: string; discussion: string | null; work: string | null } | null): Rhythms {
	const chosen = { news: row?.digest, discussion: row?.discussion, work: row?.work };
	const rhythm = (topic: NoticeTopic) => {
		const value = chosen[topic] ?? "";
		return isRhythm(value) ? value : usualRhythms[topic];
	};
	return { news: rhythm("news"), discussion: rhythm("discussion"), work: rhythm("work") };
}

/** Up to which moment messages of each topic are collected now; null for those that never go out by mail. */
export function collectedUntil(rhythms: Rhythms, now: Date): Record<NoticeTopic, Date | null> {
	const [news, discussion, work] = noticeTopics.map((topic) => lastDue(rhythms[topic], now));
	return { news: news ?? null, discussion: discussion ?? null, work: work ?? null };
}

function isRhythm(value: string): value is Rhythm {
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
