/** Pages of a budget for everybody; `budget` is its number within the process. */
export function budgetPath(at: { place: string; process: string; budget: string | number }): string {
	return `/o/${at.place}/beteiligung/${at.process}/budget/${at.budget}`;
}

/** The same for those who set it up. */
export function managedPath(at: { place: string; process: string; budget?: string | number }): string {
	const list = `/o/${at.place}/verwaltung/beteiligung/${at.process}/budget`;
	return at.budget === undefined ? list : `${list}/${at.budget}`;
}
