/** Groups of people smaller than this are not published. */
export const smallestGroup = 5;

/** The number of people, or null when there are so few that somebody might be recognised; nobody is nobody. */
export function shownPeople(count: number): number | null {
	return count > 0 && count < smallestGroup ? null : count;
}

/** Whether small numbers with this sum must all be the smallest or all the largest there are: then the sum tells each. */
function tellsEach(sum: number, numbers: number): boolean {
	return sum === numbers || sum === numbers * (smallestGroup - 1);
}

/**
 * The parts of a published whole, null where withheld: small ones, and from the end of the list so many others that at least
 * two are gone, they stand for ten people and their sum does not tell each; if that cannot be reached, all. The others are
 * chosen by their place and not by their size: a list from which the next smallest goes tells that it was not larger than
 * those that stayed. The whole itself is withheld by `shownPeople`; then all parts are.
 */
export function shownParts(counts: readonly number[]): (number | null)[] {
	const whole = counts.reduce((sum, count) => sum + count, 0);
	const isSmall = (count: number) => shownPeople(count) === null;
	const none = counts.map(() => null);
	if (isSmall(whole)) return none;
	const gone = new Set(counts.flatMap((count, index) => (isSmall(count) ? [index] : [])));
	if (gone.size === 0) return [...counts];
	const small = gone.size;
	let sum = [...gone].reduce((total, index) => total + (counts[index] ?? 0), 0);
	const isOpen = () => gone.size < 2 || sum < 2 * smallestGroup || (gone.size === small && tellsEach(sum, small));
	for (let index = counts.length - 1; isOpen(); index--) {
		if (index < 0) return none;
		const count = counts[index] ?? 0;
		if (count === 0 || gone.has(index)) continue;
		gone.add(index);
		sum += count;
	}
	return counts.map((count, index) => (gone.has(index) ? null : count));
}

/**
 * A whole whose parts stand elsewhere already, each for itself (`shownPeople`), so that no other part can be withheld any
 * more: it is shown only when the withheld parts are two at least, stand for ten people at least, and their sum does not tell
 * each. It may be a sum, or people counted once, which is never more than the sum.
 */
export function shownWhole(parts: readonly number[], whole: number): number | null {
	const withheld = parts.filter((count) => shownPeople(count) === null);
	const sum = withheld.reduce((total, count) => total + count, 0);
	const enough = withheld.length > 1 && sum >= 2 * smallestGroup && !tellsEach(sum, withheld.length);
	return withheld.length === 0 || enough ? shownPeople(whole) : null;
}
