type At = { place: string; process: string };

/** The form to fill in by hand, for everybody. */
export function formPath({ place, process }: At): string {
	return `/o/${place}/beteiligung/${process}/bogen`;
}

/** Where paper is typed in. */
export function paperPath({ place, process }: At): string {
	return `/o/${place}/verwaltung/beteiligung/${process}/papier`;
}

export function slipPath(at: At, code: string): string {
	return `${paperPath(at)}/abholschein/${code}`;
}

export function importsPath(at: At): string {
	return `${paperPath(at)}/tabellen`;
}

export function importPath(at: At, id: string): string {
	return `${importsPath(at)}/${id}`;
}

export function lettersPath(at: At): string {
	return `${paperPath(at)}/briefe`;
}

export function batchPath(at: At, id: string): string {
	return `${lettersPath(at)}/${id}`;
}

export function contactPath(at: At, code: string): string {
	return `${paperPath(at)}/anschrift/${code}`;
}
