/** Whose decision it is; or that none is needed, with the reason. */
export const decisionBodies = ["council", "supervisory-board", "members-meeting", "none-needed"] as const;
export type DecisionBody = (typeof decisionBodies)[number];

/**
 * What to say about a party's own decisions before somebody signs (behaviour 39). It warns and does not refuse: that a body
 * has not decided does not void what was declared to others, but budget law wants it.
 * @param amount what the party bears over all years, in cents
 * @returns "missing" without any decision, "ceiling" when the highest ceiling is below the amount
 */
export function decisionWarning(
	decisions: readonly { body: DecisionBody; ceiling: bigint | null }[],
	amount: bigint,
): "missing" | "ceiling" | null {
	if (decisions.length === 0) return amount > 0n ? "missing" : null;
	return decisions.every(({ ceiling }) => ceiling !== null && ceiling < amount) ? "ceiling" : null;
}
