let offset = 0;

/** The time of the house: the machine's, or on a test server the one that was set. */
export function now(): Date {
	return new Date(Date.now() + offset);
}

/** Moves the clock of a test server (TEST_CLOCK=1); the time runs on from there. */
export function setClock(to: Date): void {
	offset = to.getTime() - Date.now();
}
