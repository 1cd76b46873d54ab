/** How often a series has a day; the rules stand in `office-day.server.ts`. */
export const rhythms = ["ONCE", "WEEKLY", "FORTNIGHTLY", "FOUR_WEEKLY", "MONTHLY"] as const;
export type Rhythm = (typeof rhythms)[number];
