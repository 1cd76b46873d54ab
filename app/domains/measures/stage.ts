export const stages = ["IDEA", "PREPARATION", "PILOT", "REGULAR", "ENDED"] as const;
/** Idee → Vorbereitung → Pilot → Regelbetrieb oder geordnetes Ende. */
export type Stage = (typeof stages)[number];

/** What has to be asked before a step: the pilot's gate, who pays in operation, why it ends and what remains. */
type Question = "pilot-gate" | "operation" | "ending" | null;

/** Every step there is; the database knows the same pairs. From a pilot two equal exits lead on. */
const steps: readonly { from: Stage; to: Stage; asks: Question }[] = [
	{ from: "IDEA", to: "PREPARATION", asks: null },
	{ from: "PREPARATION", to: "PILOT", asks: "pilot-gate" },
	{ from: "PILOT", to: "REGULAR", asks: "operation" },
	{ from: "IDEA", to: "ENDED", asks: "ending" },
	{ from: "PREPARATION", to: "ENDED", asks: "ending" },
	{ from: "PILOT", to: "ENDED", asks: "ending" },
	{ from: "REGULAR", to: "ENDED", asks: "ending" },
];

/** The step between two stages, or null where there is none. */
export function stepBetween(from: Stage, to: Stage): { asks: Question } | null {
	return steps.find((step) => step.from === from && step.to === to) ?? null;
}

/** The stages that can come next, the way on before the end. */
export function nextStages(from: Stage): Stage[] {
	return steps.filter((step) => step.from === from).map((step) => step.to);
}

/** Whether people owe a report (Sachstand) in this stage. */
export function owesReports(stage: Stage): boolean {
	return stage === "PILOT" || stage === "REGULAR";
}

export type StepDay = "day-in-future" | "day-before-last-step";

/**
 * Whether a step may count from this day: not in the future, not before the step that led here.
 * @param days midnight UTC of calendar days
 */
export function dayRefused(days: { on: Date; today: Date; lastStep: Date }): StepDay | null {
	if (days.on > days.today) return "day-in-future";
	return days.on < days.lastStep ? "day-before-last-step" : null;
}

export type MissingForOperation = "operation-cost-missing" | "operation-payer-missing" | "operation-post-missing";

/** What is missing before a pilot becomes regular operation: who answers, what a year costs, who pays. */
export function missingForOperation(measure: {
	runningCostCents: bigint | null;
	payer: string | null;
	responsiblePostId: string | null;
}): MissingForOperation[] {
	const checks: [MissingForOperation, boolean][] = [
		["operation-post-missing", measure.responsiblePostId === null],
		["operation-cost-missing", measure.runningCostCents === null],
		["operation-payer-missing", !measure.payer?.trim()],
	];
	return checks.flatMap(([code, missing]) => (missing ? [code] : []));
}
