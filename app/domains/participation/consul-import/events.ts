/** Some of the contributions that were taken over; their ids stand in the facts. */
export const contributionsImported = "participation.contributions.imported";

/** So many of them in one event: the search reads each again. */
export const importedTogether = 50;
