import { type Cell, smallestGroup, suppress } from "../surveys/results";

/** The number of people, or null when there are so few that somebody might be recognised; nobody is nobody. */
export function shownPeople(count: number): number | null {
	return count > 0 && count < smallestGroup ? null : count;
}

/**
 * The parts of a published whole with small ones withheld, and as many others as it takes that none can be worked out.
 * The whole itself is withheld by `shownPeople`; then all parts are.
 */
export function shownParts(cells: readonly { key: string; label: string; count: number }[]): Cell[] {
	const whole = cells.reduce((sum, { count }) => sum + count, 0);
	if (shownPeople(whole) === null) return cells.map(({ key, label }) => ({ key, label, count: null }));
	return suppress(cells, true);
}

/**
 * A whole whose parts stand elsewhere already, each for itself (`shownPeople`), so that no other part can be withheld any
 * more: it is shown only when the withheld parts are two at least and stand for ten people at least. It may be a sum, or
 * people counted once, which is never more than the sum.
 */
export function shownWhole(parts: readonly number[], whole: number): number | null {
	const withheld = parts.filter((count) => shownPeople(count) === null);
	const enough = withheld.length > 1 && withheld.reduce((sum, count) => sum + count, 0) >= 2 * smallestGroup;
	return withheld.length === 0 || enough ? shownPeople(whole) : null;
}
