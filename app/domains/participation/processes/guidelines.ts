/** How binding guidelines are: Leitbild, Leitlinien, Verwaltungsvorschrift, Satzung. */
export const guidelineKinds = ["mission", "rules", "instruction", "statute"] as const;
export type GuidelineKind = (typeof guidelineKinds)[number];

/** The version in force on a day (stored dates, midnight UTC): the newest that has begun; null before the first. */
export function inForceOn<V extends { validFrom: Date; version: number }>(versions: readonly V[], day: Date): V | null {
	return (
		versions
			.filter(({ validFrom }) => validFrom <= day)
			.toSorted(
				(one, other) => other.validFrom.getTime() - one.validFrom.getTime() || other.version - one.version,
			)[0] ?? null
	);
}
