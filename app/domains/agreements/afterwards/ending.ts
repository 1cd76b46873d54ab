import { Temporal } from "temporal-polyfill";
import { done, type Outcome, refused } from "~/platform/outcome";
import { earliestEnd, isNoticeEnd, type NoticePeriod } from "../notice-period/notice-period";

/** Kündigung of the whole · Austritt of one party */
export const noticeKinds = ["termination", "exit"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const remainderKinds = ["data", "equipment", "contract", "rights", "other"] as const;
export type RemainderKind = (typeof remainderKinds)[number];

export type NoticeRefusal =
	| "notice-day"
	| "notice-year-end"
	| "notice-binding"
	| "notice-period"
	| "notice-end"
	| "notice-consequence";

/**
 * The last day on which the running costs are promised at least: so many months after the pilot, or as long as a commitment
 * goes when that is longer.
 */
export function boundUntil({
	pilotEnd,
	agreedMonths,
	committedUntil,
}: {
	pilotEnd: string | null;
	agreedMonths: number;
	committedUntil: string | null;
}): string | null {
	if (pilotEnd === null) return committedUntil;
	const agreed = Temporal.PlainDate.from(pilotEnd).add({ months: agreedMonths }).toString();
	return committedUntil !== null && committedUntil > agreed ? committedUntil : agreed;
}

/**
 * Whether a notice may be noted. Before the end of what was promised at least it is refused (behaviour 94), unless it is
 * entered as a breach with its consequence: it has been declared, and hiding it helps nobody. The same for a period of notice that was agreed as data. An exit takes effect at the
 * beginning of a budget year only.
 * @param lastDay last day on which the agreement (or this party's part) still counts
 * @returns whether it is a breach
 */
export function judgeNotice({
	kind,
	declaredOn,
	lastDay,
	bound,
	period,
	asBreach,
	consequence,
}: {
	kind: NoticeKind;
	declaredOn: string;
	lastDay: string;
	bound: string | null;
	/** As it was signed; null where only the clause says it. */
	period: NoticePeriod | null;
	asBreach: boolean;
	consequence: string;
}): Outcome<{ breach: boolean }, NoticeRefusal> {
	if (lastDay < declaredOn) return refused("notice-day", { field: "lastDay" });
	if (kind === "exit" && !lastDay.endsWith("-12-31")) return refused("notice-year-end", { field: "lastDay" });
	const earliest = period && earliestEnd(period, declaredOn);
	const reasons = [
		...(bound !== null && lastDay < bound ? [{ code: "notice-binding" as const, day: bound }] : []),
		...(earliest !== null && lastDay < earliest ? [{ code: "notice-period" as const, day: earliest }] : []),
		...(period && earliest !== null && !isNoticeEnd(period, lastDay)
			? [{ code: "notice-end" as const, day: earliest }]
			: []),
	];
	const [first] = reasons;
	if (!first) return done({ breach: false });
	if (!asBreach) return refused(first.code, { field: "lastDay", values: { day: first.day } });
	if (consequence === "") return refused("notice-consequence", { field: "consequence" });
	return done({ breach: true });
}
