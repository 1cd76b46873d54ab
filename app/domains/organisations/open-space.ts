/**
 * Whether a place is open to the public at this moment: there is one, and the day of its opening has come. Every page without
 * prefix and every subject asks this one rule.
 */
export function isOpenSpace(space: { openedAt: Date } | null | undefined, now: Date): boolean {
	return space != null && space.openedAt <= now;
}
