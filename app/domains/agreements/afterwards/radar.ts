import { Temporal } from "temporal-polyfill";

export const renewalDecisions = ["renew", "renegotiate", "let-end"] as const;
export type RenewalDecision = (typeof renewalDecisions)[number];

/** Letzter Tag · Kündigung spätestens · Betriebskostenzusage endet · Pilot endet · Pflicht fällig */
export const radarKinds = ["end", "notice", "commitment", "pilot", "obligation"] as const;
export type RadarKind = (typeof radarKinds)[number];

export type RadarEntry = {
	kind: RadarKind;
	/** The day it is about, the last on which something still counts or can be done. */
	day: string;
	subject: { kind: "agreement" | "existing-contract"; id: string; title: string; number: string; href: string };
	/** What an obligation is about. */
	what: string | null;
	/** What was decided about this end; null while nothing was. Asked for ends and periods of notice only. */
	decision: RenewalDecision | null;
	/** First day after, for the decision; null where none is asked. */
	endsOn: string | null;
};

export const radarSpans = ["overdue", "quarter", "year", "later"] as const;
export type RadarSpan = (typeof radarSpans)[number];

/** Ends that passed so long ago are history and not overdue. */
const historyMonths = 3;

/** In which part of the radar an entry stands; null when it is no longer of interest. */
export function spanOf({ kind, day }: Pick<RadarEntry, "kind" | "day">, today: string): RadarSpan | null {
	const at = Temporal.PlainDate.from(today);
	if (day < today) {
		// An end that has come needs nobody any more after a while; an obligation stays owed.
		const gone = at.subtract({ months: historyMonths }).toString();
		return kind === "obligation" || day >= gone ? "overdue" : null;
	}
	if (day <= at.add({ months: 3 }).toString()) return "quarter";
	return day <= at.add({ months: 12 }).toString() ? "year" : "later";
}
