import { Temporal } from "temporal-polyfill";

/** What the supervisory authority has to do before the agreement counts. */
export type ApprovalPlan = { authority: string; norm: string; deemedWeeks: number | null; publication: boolean };

export const approvalSteps = ["submitted", "granted", "refused", "published"] as const;
export type ApprovalStep = (typeof approvalSteps)[number];

/** What has happened so far; days as `YYYY-MM-DD`. */
export type Steps = Partial<Record<ApprovalStep, string>>;

export type ApprovalState = {
	/** pending: the authority still has time. deemed: it was silent for too long. */
	word: "not-submitted" | "pending" | "granted" | "deemed" | "refused";
	/** From which day silence counts as approval; null where it never does or nothing was handed in. */
	deemedOn: string | null;
	/** Since which day it is approved. */
	approvedOn: string | null;
	/** What can be noted next. */
	next: ApprovalStep[];
	/** Since when nothing stands in its way; null while something does. */
	clearedOn: string | null;
};

/**
 * The day from which silence counts as approval: the weeks run from the day after it was handed in (§ 187 (1), § 188 (2)
 * BGB); a last day on Saturday, Sunday or a holiday moves on to the next working day (§ 193 BGB, § 31 (3) VwVfG).
 * @param isHoliday whether a day is a public holiday where the authority sits
 */
export function deemedDay(submitted: string, weeks: number, isHoliday: (day: Temporal.PlainDate) => boolean): string {
	let last = Temporal.PlainDate.from(submitted).add({ weeks });
	while (last.dayOfWeek >= 6 || isHoliday(last)) last = last.add({ days: 1 });
	return last.add({ days: 1 }).toString();
}

/**
 * Where an agreement stands with its approval on a day. With publication it is cleared the day after that (§ 24 (4) GkG
 * NRW), without it from the approval on.
 */
export function approvalOn(
	plan: ApprovalPlan,
	{ submitted, granted, refused, published }: Steps,
	day: string,
	isHoliday: (day: Temporal.PlainDate) => boolean,
): ApprovalState {
	const deemedOn = submitted && plan.deemedWeeks !== null ? deemedDay(submitted, plan.deemedWeeks, isHoliday) : null;
	const deemed = deemedOn !== null && deemedOn <= day && !granted && !refused;
	const approvedOn = refused ? null : (granted ?? (deemed ? deemedOn : null));
	const word = refused ? "refused" : granted ? "granted" : deemed ? "deemed" : submitted ? "pending" : "not-submitted";
	const next: ApprovalStep[] = !submitted
		? ["submitted"]
		: word === "pending"
			? ["granted", "refused"]
			: approvedOn && plan.publication && !published
				? ["published"]
				: [];
	const afterwards = published ? Temporal.PlainDate.from(published).add({ days: 1 }).toString() : null;
	return { word, deemedOn, approvedOn, next, clearedOn: approvedOn && plan.publication ? afterwards : approvedOn };
}
