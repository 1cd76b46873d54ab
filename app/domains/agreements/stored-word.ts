/** A word from the database as one of those we know; the tables' checks keep others out, so another one is a fault. */
export function knownWord<Word extends string>(words: readonly Word[], stored: string): Word {
	const found = words.find((word) => word === stored);
	if (found === undefined) throw new Error(`${JSON.stringify(stored)} is none of ${words.join(", ")}`);
	return found;
}
