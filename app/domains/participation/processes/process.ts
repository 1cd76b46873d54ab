import { endOfTakingPart, type Phase, type Switch, switchesNow } from "./phase";

export const levels = ["inform", "consult", "involve", "decide"] as const;
/** informieren, konsultieren, mitwirken, mitentscheiden */
export type Level = (typeof levels)[number];

export type ProcessState = "draft" | "upcoming" | "running" | "finished" | "archived";

/** What the state of a process depends on; nothing of it is stored as a state. */
export type Timed = { publishedAt: Date | null; archivedAt: Date | null; phases: readonly Phase[] };

/** Draft until published; then by its phases (a pause between two phases is still running), until it is archived. */
export function stateOf(process: Timed, now: Date): ProcessState {
	if (!isPublished(process, now)) return "draft";
	if (process.archivedAt !== null && process.archivedAt <= now) return "archived";
	const first = Math.min(...process.phases.map((phase) => phase.opensAt.getTime()));
	const last = Math.max(...process.phases.map((phase) => phase.closesAt.getTime()));
	if (process.phases.length === 0 || now.getTime() < first) return "upcoming";
	return now.getTime() < last ? "running" : "finished";
}

export function isPublished(process: Pick<Timed, "publishedAt">, now: Date): boolean {
	return process.publishedAt !== null && process.publishedAt <= now;
}

/** Whether people can do this in the process at this moment: published, not archived, and a phase with it is open. */
export function isSwitchedOn(process: Timed, wanted: Switch, now: Date): boolean {
	return stateOf(process, now) === "running" && switchesNow(process.phases, now).has(wanted);
}

/** The decision frame that everybody reads at the top, and what else a process needs before people see it. */
export type Frame = {
	purposeIsThere: boolean;
	fixedPointsAreThere: boolean;
	openQuestionsAreThere: boolean;
	level: string | null;
	decidedBy: string | null;
	/** Calendar day as midnight UTC. */
	answeredUntil: Date | null;
	responsiblePostId: string | null;
	phases: readonly Phase[];
	/** Whether a resolution binds the decider to what comes out. */
	isBound: boolean;
	/** Points of the Beteiligungs-Check without a word; 0 where the guidelines do not demand it. */
	openChecks: number;
};

export type MissingPart =
	| "missing-purpose"
	| "missing-fixed-points"
	| "missing-open-questions"
	| "missing-level"
	| "level-needs-resolution"
	| "missing-decider"
	| "missing-answered-until"
	| "answered-too-early"
	| "missing-responsible"
	| "missing-phase"
	| "phase-over"
	| "check-incomplete";

/**
 * What is missing before a process may be published, in the order of the form; empty when it may.
 * Co-decision needs a published resolution that binds the decider (participation-practice.md 2.2).
 */
export function missingParts(frame: Frame, now: Date): MissingPart[] {
	const end = endOfTakingPart(frame.phases);
	const checks: [MissingPart, boolean][] = [
		["missing-purpose", !frame.purposeIsThere],
		["missing-fixed-points", !frame.fixedPointsAreThere],
		["missing-open-questions", !frame.openQuestionsAreThere],
		["missing-level", frame.level === null],
		["level-needs-resolution", frame.level === "decide" && !frame.isBound],
		["missing-decider", !frame.decidedBy?.trim()],
		["missing-answered-until", frame.answeredUntil === null],
		// the day of the answers may be the last day of the phase at the earliest
		[
			"answered-too-early",
			frame.answeredUntil !== null && end !== null && frame.answeredUntil.getTime() < end.getTime() - dayAndShift,
		],
		["missing-responsible", frame.responsiblePostId === null],
		["missing-phase", end === null],
		["phase-over", end !== null && end <= now],
		["check-incomplete", frame.openChecks > 0],
	];
	return checks.flatMap(([code, missing]) => (missing ? [code] : []));
}

/** A stored day is midnight UTC, a closing is midnight in Germany after the last day: at most 24 hours and the clock's shift. */
const dayAndShift = 26 * 60 * 60 * 1000;

/** The part of an address made from a title: lower case, umlauts spelled out, words joined by hyphens. */
export function slugFrom(title: string): string {
	const slug = wordsFrom(title);
	return reserved.includes(slug) ? `${slug}-beteiligung` : slug;
}

/** Addresses below /beteiligung that are pages of their own. */
const reserved = ["neu", "papierkorb", "leitlinien", "muster", "hilfe", "auswertung", "import"];

function wordsFrom(title: string): string {
	const spelled: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
	const words = title
		.toLowerCase()
		.replace(/[äöüß]/g, (letter) => spelled[letter] ?? letter)
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== "");
	let slug = "";
	for (const word of words) {
		const longer = slug === "" ? word.slice(0, 50) : `${slug}-${word}`;
		if (longer.length > 50) break;
		slug = longer;
	}
	return slug || "beteiligung";
}
