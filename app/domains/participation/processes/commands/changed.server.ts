/** What every change of a process does: another revision, and a release that was asked for has to be asked for again. */
export const changed = {
	revision: { increment: 1 },
	releaseAskedAt: null,
	releaseAskedById: null,
} as const;
