import { z } from "zod";
import { isShare } from "./fraction";
import { type MajorityRule, quorumBases, thresholdBases } from "./majority";

export const share = z.object({ numerator: z.int(), denominator: z.int() }).refine(isShare);
const comparison = z.enum(["at-least", "more-than"]);
const ofYes = z.object({ share, comparison, base: z.enum(thresholdBases) });

/** The share as what it is, whatever stands around it in storage. */
export const quorumOrNone = z
	.object({ share, comparison, base: z.enum(quorumBases), counts: z.enum(["present", "votes-cast"]) })
	.nullable();

/** What single benches have to reach; rules from before there was such a thing say nothing of it. */
export const benchRules = z
	.array(z.object({ bench: z.string(), quorum: quorumOrNone, threshold: ofYes.nullable() }))
	.optional();

export const majorityParts = {
	quorum: quorumOrNone,
	threshold: ofYes,
	eachBench: ofYes.nullable(),
	benches: benchRules,
	tie: z.literal("not-decided").optional(),
};

const majorityRule: z.ZodType<MajorityRule> = z.object(majorityParts);

/** A rule as it was stored. @throws when it is none, for it was checked when it was stored */
export function storedRule(json: unknown): MajorityRule {
	return majorityRule.parse(json);
}
