import { Temporal } from "temporal-polyfill";
import { done, type Outcome, refused } from "~/platform/outcome";

/** Kündigung of the whole · Austritt of one party */
export const noticeKinds = ["termination", "exit"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const remainderKinds = ["data", "equipment", "contract", "rights", "other"] as const;
export type RemainderKind = (typeof remainderKinds)[number];

export type NoticeRefusal = "notice-day" | "notice-year-end" | "notice-binding" | "notice-consequence";

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
 * entered as a breach with its consequence: it has been declared, and hiding it helps nobody. An exit takes effect at the
 * beginning of a budget year only.
 * @param lastDay last day on which the agreement (or this party's part) still counts
 * @returns whether it is a breach
 */
export function judgeNotice({
	kind,
	declaredOn,
	lastDay,
	bound,
	asBreach,
	consequence,
}: {
	kind: NoticeKind;
	declaredOn: string;
	lastDay: string;
	bound: string | null;
	asBreach: boolean;
	consequence: string;
}): Outcome<{ breach: boolean }, NoticeRefusal> {
	if (lastDay < declaredOn) return refused("notice-day", { field: "lastDay" });
	if (kind === "exit" && !lastDay.endsWith("-12-31")) return refused("notice-year-end", { field: "lastDay" });
	const early = bound !== null && lastDay < bound;
	if (!early) return done({ breach: false });
	if (!asBreach) return refused("notice-binding", { field: "lastDay", values: { day: bound } });
	if (consequence === "") return refused("notice-consequence", { field: "consequence" });
	return done({ breach: true });
}
