/** How the overview of processes is narrowed. */
export const overviewStates = ["running", "upcoming", "finished"] as const;
export type OverviewState = (typeof overviewStates)[number];
export type OverviewFilter = { place: string | null; words: string; state: OverviewState; page: number };

/** Processes on one page of the overview. */
export const pageSize = 12;
