import { type Exact, exactly } from "./exact.ts";

/** How much one person objects to each option: 0 is no objection, `highest` the strongest. Every option is rated. */
export type Objections = Readonly<Record<string, number>>;

export type ConsensusOption = {
	option: string;
	resistance: number;
	/** 1 − resistance ÷ (highest · persons). */
	acceptance: Exact;
	/** The strongest single objection, and how many gave each value from 0 up. */
	strongest: number;
	spread: number[];
	/** Not more resistance than the passive solution; "nicht tragfähig" otherwise. */
	holds: boolean;
};

/**
 * Systemic consensus (participation-practice.md 4.6): the least resistance of the group wins; ties by the lower strongest
 * objection, then by lot. The passive solution („alles bleibt, wie es ist“) is rated like all others.
 * @returns the options from least to most resistance
 * @throws RangeError when somebody did not rate every option within the scale
 */
export function countConsensus(
	{
		options,
		passive,
		highest,
		lot,
	}: { options: readonly string[]; passive: string; highest: number; lot: readonly string[] },
	ballots: readonly Objections[],
): ConsensusOption[] {
	if (!options.includes(passive) || options.some((option) => !lot.includes(option))) {
		throw new RangeError("the passive solution is one of the options, and the lot names all of them");
	}
	const fits = (value: number | undefined) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= highest;
	if (ballots.some((ballot) => options.some((option) => !fits(ballot[option])))) {
		throw new RangeError("every option is rated within the scale");
	}
	const resistanceOf = (option: string) => ballots.reduce((sum, ballot) => sum + (ballot[option] ?? 0), 0);
	const most = highest * ballots.length || 1;
	return options
		.map((option) => {
			const values = ballots.map((ballot) => ballot[option] ?? 0);
			const resistance = resistanceOf(option);
			return {
				option,
				resistance,
				acceptance: exactly({ numerator: BigInt(most - resistance), denominator: BigInt(most) }),
				strongest: Math.max(0, ...values),
				spread: Array.from({ length: highest + 1 }, (_, value) => values.filter((given) => given === value).length),
				holds: resistance <= resistanceOf(passive),
			};
		})
		.sort(
			(one, other) =>
				one.resistance - other.resistance ||
				one.strongest - other.strongest ||
				lot.indexOf(one.option) - lot.indexOf(other.option),
		);
}
