/** What stands between a measure and its pilot; the code is the sentence's, `where` the page on which it is done. */
export type PilotMissing =
	| "pilot-post-missing"
	| "pilot-start-missing"
	| "pilot-end-missing"
	| "pilot-too-early"
	| "pilot-over"
	| "pilot-criteria-missing"
	| "pilot-agreement-missing";

export const whereToMend = {
	"pilot-post-missing": "edit",
	"pilot-start-missing": "edit",
	"pilot-end-missing": "edit",
	"pilot-too-early": "edit",
	"pilot-over": "edit",
	"pilot-criteria-missing": "edit",
	"pilot-agreement-missing": "agreement",
} as const satisfies Record<PilotMissing, "edit" | "agreement">;

/** An exception by a named person, half-open: [validFrom, validUntil). */
export type Exception = { validFrom: Date; validUntil: Date };

export type PilotState = {
	responsiblePostId: string | null;
	/** Half-open; midnight UTC of calendar days. */
	pilotFrom: Date | null;
	pilotUntil: Date | null;
	stopCriteria: number;
	agreementInForce: boolean;
	exceptions: readonly Exception[];
};

/** The exception that counts on this day, or null. */
export function exceptionOn<Given extends Exception>(exceptions: readonly Given[], day: Date): Given | null {
	return exceptions.find((exception) => exception.validFrom <= day && day < exception.validUntil) ?? null;
}

/**
 * What is missing before the pilot may start on this day, in the order in which it is mended; empty when it may.
 * An agreement in force, or a dated exception in its place, comes with a responsible post, a period and stop criteria:
 * they are asked for before the start, because afterwards nobody likes to name them.
 */
export function missingForPilot(measure: PilotState, day: Date): PilotMissing[] {
	const { pilotFrom, pilotUntil } = measure;
	const checks: [PilotMissing, boolean][] = [
		["pilot-post-missing", measure.responsiblePostId === null],
		["pilot-start-missing", pilotFrom === null],
		["pilot-end-missing", pilotUntil === null],
		["pilot-too-early", pilotFrom !== null && day < pilotFrom],
		["pilot-over", pilotUntil !== null && pilotUntil <= day],
		["pilot-criteria-missing", measure.stopCriteria === 0],
		["pilot-agreement-missing", !measure.agreementInForce && exceptionOn(measure.exceptions, day) === null],
	];
	return checks.flatMap(([code, missing]) => (missing ? [code] : []));
}
