import { Temporal } from "temporal-polyfill";
import { isWorkingDay, workingDaysBetween } from "~/platform/working-days";

/** A step towards the promised day, or beyond it. */
export type Step = "soon" | "due" | "late" | "very-late";
/** Who is told: those responsible, their deputy, the head of the administration. */
export type Told = "responsible" | "deputy" | "lead";

/** So many working days before the promised day those responsible are told, and so many after it everybody again. */
const soonDays = 5;
const veryLateDays = 10;

const told = {
	soon: ["responsible"],
	due: ["responsible", "deputy"],
	late: ["responsible", "deputy", "lead"],
	"very-late": ["responsible", "deputy", "lead"],
} as const satisfies Record<Step, readonly Told[]>;

export function toldAt(step: Step): readonly Told[] {
	return told[step];
}

/**
 * The step that is due on a working day; null before the first, and on days on which nobody works. Steps that were missed
 * are not made up for: the latest alone counts.
 */
export function stepOn(day: Temporal.PlainDate, promised: Temporal.PlainDate, land: string | null): Step | null {
	if (!isWorkingDay(day, land)) return null;
	const left = workingDaysBetween(day, promised, land);
	if (Temporal.PlainDate.compare(day, promised) > 0) {
		const over = workingDaysBetween(promised, day, land);
		return over >= veryLateDays ? "very-late" : "late";
	}
	if (left === 0) return "due";
	return left <= soonDays ? "soon" : null;
}
