import type { BenchRule, Fraction, MajorityRule, Quorum, Threshold } from "../../counting/index";

const half: Fraction = { numerator: 1, denominator: 2 };
const twoThirds: Fraction = { numerator: 2, denominator: 3 };
const whole: Fraction = { numerator: 1, denominator: 1 };

/** The majorities that a charter may choose; all exact. */
export const thresholdChoices = {
	"simple-majority": { share: half, comparison: "more-than", base: "yes-and-no" },
	"two-thirds-of-votes": { share: twoThirds, comparison: "at-least", base: "votes-cast" },
	"majority-of-members": { share: half, comparison: "more-than", base: "electorate" },
	"two-thirds-of-members": { share: twoThirds, comparison: "at-least", base: "electorate" },
	"without-dissent": { share: whole, comparison: "at-least", base: "yes-and-no" },
} as const satisfies Record<string, Threshold>;
export type ThresholdChoice = keyof typeof thresholdChoices;

export const quorumChoices = {
	"more-than-half": { share: half, comparison: "more-than", base: "seats", counts: "present" },
	"two-thirds": { share: twoThirds, comparison: "at-least", base: "seats", counts: "present" },
	"half-of-present-vote": { share: half, comparison: "at-least", base: "present", counts: "votes-cast" },
	none: null,
} as const satisfies Record<string, Quorum | null>;
export type QuorumChoice = keyof typeof quorumChoices;

/** The rule of a charter from what was chosen; `eachBench`: no bench may be outvoted. `benches`: what single ones have to reach. */
export function ruleFrom(chosen: {
	threshold: ThresholdChoice;
	quorum: QuorumChoice;
	eachBench: boolean;
	benches?: BenchRule[];
}): MajorityRule {
	return {
		quorum: quorumChoices[chosen.quorum],
		threshold: thresholdChoices[chosen.threshold],
		eachBench: chosen.eachBench ? thresholdChoices["simple-majority"] : null,
		...(chosen.benches && { benches: chosen.benches }),
	};
}
