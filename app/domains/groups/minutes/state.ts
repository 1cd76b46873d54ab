/** draft: being written; objections: circulated, members may object; closing: the last day is over; final: unchangeable. */
export type MinutesState = "draft" | "objections" | "closing" | "final";

type Dated = { circulatedAt: Date | null; objectionsUntil: Date | null; finalAt: Date | null };

/** The state of minutes on a day (stored date in Germany); computed, never stored. */
export function stateOn({ circulatedAt, objectionsUntil, finalAt }: Dated, day: Date): MinutesState {
	if (finalAt) return "final";
	if (!circulatedAt || !objectionsUntil) return "draft";
	return day <= objectionsUntil ? "objections" : "closing";
}

/** Bounds of the days for objections that a charter sets; at least a week, so that people have read them. */
export const objectionDays = { least: 7, most: 90 };

const day = 24 * 60 * 60 * 1000;

/**
 * Four eyes: who brought a signed paper in does not check it; the same person only 24 hours later, which stays visible
 * (architecture.md, four eyes).
 */
export function mayCheckScan(
	scan: { uploadedById: string; uploadedAt: Date },
	checker: { personId: string | null; now: Date },
): boolean {
	return scan.uploadedById !== checker.personId || checker.now.getTime() - scan.uploadedAt.getTime() >= day;
}
