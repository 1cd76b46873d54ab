import { type BoxKind, boxKinds } from "./ballot";

/** Pages of a vote for everybody; `position` is its number among those of its kind in the process. */
export function boxPath(at: { place: string; process: string; kind: BoxKind; position: string | number }): string {
	return `/o/${at.place}/beteiligung/${at.process}/${boxKinds[at.kind]}/${at.position}`;
}

/** The same for those who set it up; without `position` their list. */
export function managedBoxPath(at: {
	place: string;
	process: string;
	kind: BoxKind;
	position?: string | number;
}): string {
	const list = `/o/${at.place}/verwaltung/beteiligung/${at.process}/${boxKinds[at.kind]}`;
	return at.position === undefined ? list : `${list}/${at.position}`;
}

/** The secret address of a voter's ballot paper. */
export function paperPath(kind: BoxKind, token: string): string {
	return kind === "budget" ? `/stimmzettel/${token}` : `/abstimmen/${token}`;
}
