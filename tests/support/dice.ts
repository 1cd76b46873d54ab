/**
 * Random choices that a seed repeats, for tests: a linear congruential generator, of which the high bits are used.
 * @param seed a whole number of 32 bits
 * @returns `below` gives a whole number under the given one, `chance` is true in so many of a hundred
 */
export function diceOf(seed: number) {
	let state = seed;
	const below = (count: number) => {
		state = (state * 69_069 + 12_345) % 2 ** 32;
		return Math.floor((state / 2 ** 32) * count);
	};
	const oneOf = <Item>(items: readonly Item[]): Item => {
		const item = items[below(items.length)];
		if (item === undefined) throw new Error("nothing to choose from");
		return item;
	};
	return { below, oneOf, chance: (percent: number) => below(100) < percent };
}
export type Dice = ReturnType<typeof diceOf>;
