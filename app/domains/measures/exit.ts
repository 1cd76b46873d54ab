/** The seven typical reasons for ending (BBSR 2025, § 2.8); the database knows the same. */
export const exitReasons = [
	"effort-outweighs-effect",
	"budget-missing",
	"priorities-changed",
	"nobody-takes-over",
	"partner-left",
	"goal-disputed",
	"integration-failed",
] as const;
export type ExitReason = (typeof exitReasons)[number];

/** What can become of a part: weiterführen, übertragen, abgeben, archivieren, löschen. */
export const fates = ["continue", "transfer", "hand-over", "archive", "delete"] as const;
export type Fate = (typeof fates)[number];

export type Remainder = { name: string; fate: Fate; recipient: string | null };

export type ExitMissing =
	| "exit-reason-missing"
	| "exit-explanation-missing"
	| "exit-remainder-missing"
	| "exit-recipient-missing";

/** What is missing before a measure ends in order; empty when it may. A part that somebody else gets names them. */
export function missingForExit(ending: {
	reasons: readonly ExitReason[];
	explanation: string;
	parts: readonly Remainder[];
}): { code: ExitMissing; part?: number }[] {
	const withoutRecipient = ending.parts.findIndex(
		({ fate, recipient }) => (fate === "transfer" || fate === "hand-over") && !recipient?.trim(),
	);
	return [
		...(ending.reasons.length === 0 ? [{ code: "exit-reason-missing" as const }] : []),
		...(ending.explanation.trim() === "" ? [{ code: "exit-explanation-missing" as const }] : []),
		...(ending.parts.length === 0 ? [{ code: "exit-remainder-missing" as const }] : []),
		...(withoutRecipient >= 0 ? [{ code: "exit-recipient-missing" as const, part: withoutRecipient }] : []),
	];
}
