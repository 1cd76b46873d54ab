import { type Exact, exactly } from "./exact.ts";

export type ScoreOption = {
	option: string;
	sum: number;
	/** sum ÷ voters, exact; "0" where nobody voted. */
	mean: Exact;
	/** Options with the same sum. */
	tiedWith: string[];
};

/**
 * Adds up the scores of each option; everybody has rated every option, so sums and means stand in the same order.
 * @returns the options from the largest sum to the smallest, equal ones in the order given
 */
export function countScores(
	options: readonly string[],
	ballots: readonly Readonly<Record<string, number>>[],
): ScoreOption[] {
	const sums = options.map((option) => ({
		option,
		sum: ballots.reduce((sum, ballot) => sum + (ballot[option] ?? 0), 0),
	}));
	return sums
		.toSorted((one, other) => other.sum - one.sum)
		.map(({ option, sum }) => ({
			option,
			sum,
			mean: exactly({ numerator: BigInt(sum), denominator: BigInt(ballots.length || 1) }),
			tiedWith: sums.filter((other) => other.option !== option && other.sum === sum).map((other) => other.option),
		}));
}
