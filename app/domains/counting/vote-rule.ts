import { z } from "zod";

/** A complete order of all options, drawn before voting; parts ties. */
const lot = z.array(z.string());

/** How a vote between options is counted: the whole rule as data, frozen and published before anybody votes. */
export const voteRule = z.discriminatedUnion("method", [
	/** Each option by itself: adopted with more yes than no. */
	z.object({ method: z.literal("yes-no"), lot }),
	/** Ticks: up to `most` options per ballot, the most ticks win. */
	z.object({ method: z.literal("choose"), most: z.int().min(1), lot }),
	/** Schulze. `unranked`: the last place, equal to the other unranked ones, or no judgement at all. */
	z.object({ method: z.literal("ranking"), unranked: z.enum(["last", "no-judgement"]), lot }),
	/** Up to `perVoter` points on a ballot, the most points win. */
	z.object({ method: z.literal("points"), perVoter: z.int().min(1), lot }),
	/** Systemic consensus: 0 to `highest`, every option is rated, the least resistance wins. */
	z.object({ method: z.literal("resistance"), highest: z.int().min(1), passive: z.string(), lot }),
]);

export type VoteRule = z.infer<typeof voteRule>;
export type VoteMethod = VoteRule["method"];

/** What the figures on a ballot say in a vote by yes and no. */
export const answers = { yes: 1, no: 2, abstain: 3 } as const;
