import { Temporal } from "temporal-polyfill";

/** Books of municipalities are kept for ten years (KomHVO NRW § 59; others alike), vouchers of grants for five (ANBest-P). */
const afterEnd = { years: 10 } as const;
const afterBinding = { years: 5 } as const;

export type Kept = {
	/** First day on which it no longer counts; null while it has no end. */
	over: string | null;
	/** Last day of the binding of what was subsidised. */
	boundUntil: string | null;
	/** As configured for this record. */
	keepUntil: string | null;
};

/**
 * The last day until which an agreement is kept: ten years after its end, five after the binding of the funds, or as
 * configured, whichever is latest. null: it has no end yet, so it is kept.
 */
export function keptUntil({ over, boundUntil, keepUntil }: Kept): string | null {
	if (over === null) return null;
	const days = [
		Temporal.PlainDate.from(over).add(afterEnd).toString(),
		...(boundUntil ? [Temporal.PlainDate.from(boundUntil).add(afterBinding).toString()] : []),
		...(keepUntil ? [keepUntil] : []),
	];
	return days.sort().at(-1) ?? null;
}

export type RemovalRefusal = "kept-open" | "kept-until" | "kept-hold" | "archive-first";

/**
 * Why an agreement may not be removed on a day (behaviour 98); null when it may: its time is over, nothing holds it, and the
 * archive was asked and has answered.
 */
export function mayNotRemove(
	kept: Kept & { held: boolean; archiveAnswered: boolean },
	today: string,
): { code: RemovalRefusal; day?: string } | null {
	if (kept.held) return { code: "kept-hold" };
	const until = keptUntil(kept);
	if (until === null) return { code: "kept-open" };
	if (today <= until) return { code: "kept-until", day: until };
	return kept.archiveAnswered ? null : { code: "archive-first" };
}
