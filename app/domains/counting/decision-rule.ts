import { z } from "zod";
import { benchRules, majorityParts, quorumOrNone, share } from "./rule";

/** A complete order of the options, drawn before anybody voted; null: a tie decides nothing. */
const lot = z.array(z.string()).nullable();
/** The option that changes nothing. When it comes first, the proposal as a whole is rejected. */
const passive = z.string().nullable();
/** Answers that are taken only with a reason. */
const reasonFor = z.array(z.string()).default([]);
const parts = { quorum: quorumOrNone, benches: benchRules, reasonFor };

export const consentAnswers = ["consent", "reservation", "aside", "objection"] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** From full agreement to the veto; "aside" lets the others go ahead, "abstain" says nothing. */
export const consensusAnswers = ["agree", "reservation", "aside", "abstain", "veto"] as const;
export type ConsensusAnswer = (typeof consensusAnswers)[number];

const majorityAnswers = ["yes", "no", "abstain"] as const;

const majority = z.object({ method: z.literal("majority"), reasonFor, ...majorityParts });

/** How a group decides: the whole rule as data, as it is frozen with what is decided by it. */
const decisionRule = z.discriminatedUnion("method", [
	majority,
	/** Consent: adopted unless somebody has a grave objection with a reason. */
	z.object({ method: z.literal("consent"), ...parts }),
	/** Consensus in steps. `vetoes`: how many block. `aside`: the largest share of the votes cast that may stand aside. */
	z.object({
		method: z.literal("consensus"),
		...parts,
		vetoes: z.int().min(1),
		aside: share.nullable(),
	}),
	/** 0 to `highest` for each option; the largest sum (and so the largest mean) comes first. */
	z.object({ method: z.literal("score"), ...parts, highest: z.int().min(1).max(100), passive, lot }),
	/** Schulze. */
	z.object({
		method: z.literal("ranking"),
		...parts,
		unranked: z.enum(["last", "no-judgement"]),
		passive,
		lot,
	}),
	/** Systemic consensing: 0 to `highest` against each option, the least resistance comes first. */
	z.object({
		method: z.literal("resistance"),
		...parts,
		highest: z.int().min(1).max(100),
		passive: z.string(),
		lot,
	}),
]);

export type DecisionRule = z.infer<typeof decisionRule>;

/** A rule as it was stored, also from before there were several methods. @throws when it is none */
export function storedDecisionRule(json: unknown): DecisionRule {
	const named =
		typeof json === "object" && json !== null && !("method" in json) ? { ...json, method: "majority" } : json;
	return decisionRule.parse(named);
}

/** The answers of a rule, in the order in which they stand on a ballot; none where options are judged. */
export function answersOf({ method }: Pick<DecisionRule, "method">): readonly string[] {
	if (method === "majority") return majorityAnswers;
	if (method === "consent") return consentAnswers;
	return method === "consensus" ? consensusAnswers : [];
}

/** Whether an answer is taken only with a reason: an objection and a veto always. */
export function asksReason(rule: DecisionRule, answer: string): boolean {
	return isBlocking(rule, answer) || rule.reasonFor.includes(answer);
}

/** Whether an answer stands against what the others want, so that it has to be dealt with. */
export function isBlocking({ method }: Pick<DecisionRule, "method">, answer: string): boolean {
	return (method === "consent" && answer === "objection") || (method === "consensus" && answer === "veto");
}
