const minute = 60_000;

/** Pauses after the first, second … failed attempt; the last one repeats. */
const pauses = [1, 5, 15, 30, 60].map((minutes) => minutes * minute);

/** A mail server may be away over a weekend; what has not left by then is shown to the operator. */
const patience = 3 * 24 * 60 * minute;

/**
 * When a mail that could not leave is tried again.
 * @param attempts how often it has been tried, at least 1
 * @returns the next moment, or null when it is given up: it would be later than three days after `createdAt`
 */
export function nextTry({ attempts, createdAt, now }: { attempts: number; createdAt: Date; now: Date }): Date | null {
	const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? pauses[0] ?? minute;
	const next = new Date(now.getTime() + pause);
	return next.getTime() - createdAt.getTime() > patience ? null : next;
}
