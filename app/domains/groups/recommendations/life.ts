import type { BodyKind } from "../charter/charter";

/** What a group said, by name. Only a body that decides makes a "Beschluss" (areas/working-groups.md, invariant 9). */
export const decisionKinds = ["recommendation", "consensus", "statement", "noted", "resolution"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** The kinds of decision that a body of this kind can make. */
export function kindsFor(body: BodyKind): DecisionKind[] {
	return decisionKinds.filter((kind) => kind !== "resolution" || body === "deciding");
}

/** A stored kind; without one it is a recommendation. */
export function decisionKind(stored: string | undefined): DecisionKind {
	return decisionKinds.find((kind) => kind === stored) ?? "recommendation";
}

export const stepStates = ["under-way", "partly", "done", "not-done", "revoked"] as const;
export type StepState = (typeof stepStates)[number];

/** How far a published decision is: nothing reported yet, a step, or replaced by a newer one. */
export type LifeState = "published" | StepState | "replaced";
export const lifeStates: readonly LifeState[] = ["published", ...stepStates, "replaced"];

/** With these a decision ends; carried out in part is no end. */
const ends: readonly LifeState[] = ["done", "not-done", "revoked", "replaced"];

export function hasEnded(state: LifeState): boolean {
	return ends.includes(state);
}

export function stepState(stored: string): StepState {
	const known = stepStates.find((state) => state === stored);
	if (!known) throw new Error(`no step of a decision is called ${stored}`);
	return known;
}

/**
 * The state of a published decision on a day. Revoking and replacing outlast every report.
 * @param steps oldest first
 */
export function lifeOn(
	{ steps, replacedFrom }: { steps: readonly { state: string }[]; replacedFrom: Date | null },
	day: Date,
): LifeState {
	if (steps.some(({ state }) => state === "revoked")) return "revoked";
	if (replacedFrom && replacedFrom <= day) return "replaced";
	const last = steps.at(-1);
	return last ? stepState(last.state) : "published";
}

/** Which report may follow: never back, an end is an end; but also what was carried out can be revoked. */
export function mayFollow(from: LifeState, to: StepState): boolean {
	if (from === "revoked" || from === "replaced") return false;
	if (to === "revoked") return true;
	return !hasEnded(from) && !(from === "partly" && to === "under-way");
}

/** The day on which a decision is to be looked at next: of the review that is not done, or the first; null when all are done. */
export function reviewDue(reviewOn: Date, reviews: readonly { dueOn: Date; doneAt: Date | null }[]): Date | null {
	if (reviews.length === 0) return reviewOn;
	return reviews.find(({ doneAt }) => doneAt === null)?.dueOn ?? null;
}
