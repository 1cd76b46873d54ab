import { z } from "zod";

/** The fields of a decision of the party in whose name somebody speaks; empty for a party's own word. */
export const decisionFields = {
	decidedOn: z
		.union([z.literal(""), z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "decision-date")], "decision-date")
		.default(""),
	decision: z.string().trim().max(500).default(""),
};

/** What such a form sent, as the acts take it. */
export function decisionOf({ decidedOn, decision }: { decidedOn: string; decision: string }) {
	return decidedOn === "" && decision === "" ? null : { decidedOn, decision };
}
