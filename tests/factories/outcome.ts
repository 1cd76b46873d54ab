import type { Outcome } from "~/platform/outcome";

/** The value of an act that has to succeed; throws with its codes otherwise. */
export function must<Value>(outcome: Outcome<Value>): Value {
	if (!outcome.done) throw new Error(`refused: ${outcome.refusals.map(({ code }) => code).join(", ")}`);
	return outcome.value;
}
