import { z } from "zod";
import { isShare } from "./fraction";
import { type MajorityRule, quorumBases, thresholdBases } from "./majority";

const share = z.object({ numerator: z.int(), denominator: z.int() }).refine(isShare);
const comparison = z.enum(["at-least", "more-than"]);
const ofYes = z.object({ share, comparison, base: z.enum(thresholdBases) });

const majorityRule: z.ZodType<MajorityRule> = z.object({
	quorum: z
		.object({ share, comparison, base: z.enum(quorumBases), counts: z.enum(["present", "votes-cast"]) })
		.nullable(),
	threshold: ofYes,
	eachBench: ofYes.nullable(),
});

/** A rule as it was stored. @throws when it is none, for it was checked when it was stored */
export function storedRule(json: unknown): MajorityRule {
	return majorityRule.parse(json);
}
