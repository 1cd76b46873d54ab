import type { Temporal } from "temporal-polyfill";
import { isWorkingDay, workingDaysBetween } from "~/platform/working-days";

export type EscalationStep = "DEPUTY" | "LEAD";

/** So many working days after the promised day each is told. */
const after = { DEPUTY: 1, LEAD: 5 } as const satisfies Record<EscalationStep, number>;

/**
 * Who has to know by now that the promised day of a concern is over: the deputy from the first working day after it, the lead
 * from the fifth. Nobody on days on which nobody works. A step that was missed is made up for.
 * @param land whose holidays count: first two digits of the owner's key
 */
export function stepsReached(
	day: Temporal.PlainDate,
	promised: Temporal.PlainDate,
	land: string | null,
): EscalationStep[] {
	if (!isWorkingDay(day, land)) return [];
	const over = workingDaysBetween(promised, day, land);
	return (["DEPUTY", "LEAD"] as const).filter((step) => over >= after[step]);
}
