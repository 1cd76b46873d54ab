/** Addresses of pages that answers lead to; those of the sub-domain contributions stand here once. */
export function contributionPath(code: string): string {
	return `/b/${code}`;
}

export function commentPath(code: string): string {
	return `/k/${code}`;
}

export function boardPath(place: string, process: string): string {
	return `/o/${place}/verwaltung/beteiligung/${process}/antworten`;
}

/** The text blocks of a place. */
export function templatesPath(place: string): string {
	return `/o/${place}/verwaltung/textbausteine`;
}

/** „Was wurde gesagt – was wurde daraus“ of a process. */
export function outcomePath(place: string, process: string): string {
	return `/o/${place}/beteiligung/${process}/antworten`;
}

export function answerPath(place: string, process: string, answerId: string): string {
	return `${boardPath(place, process)}/${answerId}`;
}

export function inquiriesPath(place: string, process: string): string {
	return `${boardPath(place, process)}/rueckfragen`;
}
