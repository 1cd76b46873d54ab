/** Options from first to last; those in one group stand beside each other. Options that are missing are unranked. */
export type Ranking = { order: readonly (readonly string[])[]; voters: number };

/** What it means not to rank an option: the last place, equal to the other unranked ones, or no judgement on it at all. */
export type Unranked = "last" | "no-judgement";

export type SchulzeResult = {
	/** options[i] → how many voters rank it above options[j]. */
	preferred: number[][];
	/** Strength of the strongest path from options[i] to options[j]; 0 where there is none. */
	paths: number[][];
	/** From first to last; options in one group are tied. */
	places: string[][];
};

/**
 * Schulze method with winning votes (participation-practice.md 4.5).
 * @param lot a complete order of the options that parts ties, or null to leave them
 * @throws RangeError for an option that is unknown or ranked twice
 */
export function countSchulze(
	options: readonly string[],
	rankings: readonly Ranking[],
	unranked: Unranked,
	lot: readonly string[] | null = null,
): SchulzeResult {
	const square = () => options.map(() => options.map(() => 0));
	const at = (matrix: number[][], row: number, column: number) => matrix[row]?.[column] ?? 0;
	const put = (matrix: number[][], row: number, column: number, value: number) => {
		const line = matrix[row];
		if (line) line[column] = value;
	};
	const preferred = square();
	for (const { order, voters } of rankings) {
		const places = new Map(order.flatMap((group, place) => group.map((option) => [option, place] as const)));
		if (places.size !== order.flat().length || order.flat().some((option) => !options.includes(option))) {
			throw new RangeError("a ranking names each option at most once, and only options");
		}
		const place = (option: string) => places.get(option) ?? (unranked === "last" ? order.length : null);
		for (const [row, one] of options.entries()) {
			for (const [column, other] of options.entries()) {
				const [first, second] = [place(one), place(other)];
				if (first === null || second === null || first >= second) continue;
				put(preferred, row, column, at(preferred, row, column) + voters);
			}
		}
	}
	const paths = square();
	for (const [i] of options.entries())
		for (const [j] of options.entries())
			if (at(preferred, i, j) > at(preferred, j, i)) put(paths, i, j, at(preferred, i, j));
	for (const [i] of options.entries())
		for (const [j] of options.entries())
			for (const [k] of options.entries())
				if (i !== j && i !== k && j !== k)
					put(paths, j, k, Math.max(at(paths, j, k), Math.min(at(paths, j, i), at(paths, i, k))));
	// The relation is transitive: who is beaten by the same number is tied.
	const beatenBy = (column: number) =>
		options.filter((_, row) => at(paths, row, column) > at(paths, column, row)).length;
	const groups = [...Map.groupBy(options.keys(), beatenBy)]
		.sort(([one], [other]) => one - other)
		.map(([, places]) => places.flatMap((place) => options[place] ?? []));
	const places = lot
		? groups.flatMap((group) => group.toSorted((one, other) => lot.indexOf(one) - lot.indexOf(other)).map((o) => [o]))
		: groups;
	return { preferred, paths, places };
}
