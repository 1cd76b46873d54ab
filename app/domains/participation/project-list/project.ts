/** Where a project stands; the last two are the end of its entry. */
export const stages = ["idea", "planning", "decided", "under-way", "done", "dropped"] as const;
export type ProjectStage = (typeof stages)[number];

/** Whether people are asked. */
export const participations = ["yes", "no", "open"] as const;
export type Participation = (typeof participations)[number];

export function isOver(stage: ProjectStage): boolean {
	return stage === "done" || stage === "dropped";
}

/** The stages that can come next: any later one, and giving it up; nothing follows the end. */
export function nextStages(from: ProjectStage): ProjectStage[] {
	if (isOver(from)) return [];
	return stages.slice(stages.indexOf(from) + 1);
}

/** So many people make the responsible post answer, where the organisation has not said otherwise. */
export const usualThreshold = 50;

/** Within so many months somebody has to say that an entry is still so (Karlsruhe guidelines: twice a year). */
export const reviewMonths = 6;

/** What the request for participation depends on; nothing of it is stored as a state. */
export type Requested = {
	publishedAt: Date | null;
	stage: ProjectStage;
	participation: Participation;
	reachedAt: Date | null;
	requestAnsweredAt: Date | null;
};

export type RequestState =
	/** Not public, over, or people are asked anyway: nothing to ask for. */
	| "none"
	/** People can ask for participation. */
	| "open"
	/** Enough have asked: the responsible post has to answer. Others can still join. */
	| "reached"
	| "answered";

/** Where the request for participation stands. An answer stays, whatever comes after it. */
export function requestState(project: Requested, now: Date): RequestState {
	if (project.publishedAt === null || project.publishedAt > now) return "none";
	if (project.requestAnsweredAt !== null) return "answered";
	if (isOver(project.stage) || project.participation === "yes") return "none";
	return project.reachedAt === null ? "open" : "reached";
}

/** A word stored for one of these lists; the database checks it, so anything else is a broken house. */
export function storedWord<Word extends string>(words: readonly Word[], stored: string): Word {
	const found = words.find((word) => word === stored);
	if (!found) throw new Error(`no word of ${words.join(", ")} is ${stored}`);
	return found;
}
