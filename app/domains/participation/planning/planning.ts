export const planKinds = ["development-plan", "land-use-plan"] as const;

/** The way statements take: to the statutory system by a link, or taken here and forwarded at once. */
export const ways = ["link", "take"] as const;

/** How a statement came: by this house, or to the office, which types it in. */
export const enteredWays = ["paper", "mail", "counter"] as const;
export type EnteredWay = (typeof enteredWays)[number];
export type StatementWay = "online" | EnteredWay;

/** The chain of a plan's procedure under the BauGB. */
export const stages = [
	"begun",
	"drawn-up",
	"early",
	"draft-resolved",
	"displayed",
	"weighed",
	"resolved",
	"in-force",
] as const;
export type Stage = (typeof stages)[number];

/** What may follow; early participation (§ 3 (1)) may be left out, and a changed draft is displayed anew (§ 4a (3)). */
const following: Readonly<Record<Stage, readonly Stage[]>> = {
	begun: ["drawn-up"],
	"drawn-up": ["early", "draft-resolved"],
	early: ["draft-resolved"],
	"draft-resolved": ["displayed"],
	displayed: ["displayed", "weighed"],
	weighed: ["displayed", "resolved"],
	resolved: ["in-force"],
	"in-force": [],
};

export function isStage(name: string): name is Stage {
	return (stages as readonly string[]).includes(name);
}

/** Whether a stage may follow another. */
export function mayFollow(from: string, to: Stage): boolean {
	return isStage(from) && following[from].includes(to);
}

/** The steps that are recorded by hand: a display is reached by its announcement. */
export function recordableAfter(from: string): Stage[] {
	return isStage(from) ? following[from].filter((stage) => stage !== "displayed") : [];
}

/** Files that come with a statement: scans, plans with remarks, photos. */
export const attachmentLimits = {
	files: 5,
	fileBytes: 20_000_000,
	totalBytes: 50_000_000,
	kinds: ["pdf", "image"],
} as const;

export const planningLimits = { textMost: 20_000, textLeast: 10, wordsMost: 2_000, files: 30 } as const;

/** A display with its days as YYYY-MM-DD, both included. */
export type DisplayDays = { startsOn: string; endsOn: string };

/** Whether statements belong to this display on a day. */
export function isRunning({ startsOn, endsOn }: DisplayDays, day: string): boolean {
	return startsOn <= day && day <= endsOn;
}

/** Whether an announced display runs on a day: from its first to its last day it shows the same. */
export function displayRuns(
	{ displays }: { displays: readonly (DisplayDays & { announced: boolean })[] },
	day: string,
): boolean {
	return displays.some((display) => display.announced && isRunning(display, day));
}

/**
 * To which display a statement belongs that was received on a day: the last announced one that had begun by then, late or
 * not; null before the first.
 */
export function roundFor(
	{ displays }: { displays: readonly { round: number; startsOn: string; announced: boolean }[] },
	day: string,
): number | null {
	return displays.findLast(({ announced, startsOn }) => announced && startsOn <= day)?.round ?? null;
}

/** The display that is not announced yet, or the next one. */
export function roundInWork({ displays }: { displays: readonly { round: number; announced: boolean }[] }): number {
	const last = displays.at(-1);
	if (!last) return 1;
	return last.announced ? last.round + 1 : last.round;
}

export type DisplayProblem =
	| "period-too-short"
	| "shortening-needs-reason"
	| "second-access-missing"
	| "environment-missing"
	| "changes-missing"
	| "starts-in-the-past";

/**
 * What is wrong with the days and facts of a display. The first is never shorter than the law's period; a renewed one may
 * be, with a reason, and says what has changed (§ 4a (3) BauGB).
 */
export function displayProblems(
	given: DisplayDays & {
		round: number;
		shortenedBecause: string;
		secondAccess: string;
		environmentalInfo: string;
		changes: string;
	},
	earliest: string,
	today: string,
): { code: DisplayProblem; field: string }[] {
	const isShort = given.endsOn < earliest;
	const isFirst = given.round === 1;
	const checks: [DisplayProblem, string, boolean][] = [
		["starts-in-the-past", "startsOn", given.startsOn <= today],
		["period-too-short", "endsOn", isShort && (isFirst || given.endsOn < given.startsOn)],
		["shortening-needs-reason", "shortenedBecause", isShort && !isFirst && given.shortenedBecause === ""],
		["second-access-missing", "secondAccess", given.secondAccess === ""],
		["environment-missing", "environmentalInfo", given.environmentalInfo === ""],
		["changes-missing", "changes", !isFirst && given.changes === ""],
	];
	return checks.flatMap(([code, field, wrong]) => (wrong ? [{ code, field }] : []));
}

/** The share of parts that were only taken note of, in percent; null while nothing is weighed. */
export function notedShare(votes: readonly (string | null)[]): number | null {
	const given = votes.filter((vote) => vote !== null);
	if (given.length === 0) return null;
	return Math.round((given.filter((vote) => vote === "noted").length / given.length) * 100);
}

export type MissingInPlanning = "details" | "display" | "phase";
