import type { MajorityResult } from "../../counting/index";

export type RecommendationState = "open" | "counted" | "certified" | "published" | "cancelled";

/** What the state of a recommendation depends on; nothing of it is stored as a state. */
export type Dated = {
	votesRecordedAt: Date | null;
	certifiedAt: Date | null;
	publishedAt: Date | null;
	cancelledAt: Date | null;
};

export function stateOf({ votesRecordedAt, certifiedAt, publishedAt, cancelledAt }: Dated): RecommendationState {
	if (cancelledAt) return "cancelled";
	if (publishedAt) return "published";
	if (certifiedAt) return "certified";
	return votesRecordedAt ? "counted" : "open";
}

/** Each act with the states in which it may happen. Votes may be corrected until they are certified. */
export const actsIn = {
	record: ["open", "counted"],
	cancel: ["open", "counted"],
	certify: ["counted"],
	publish: ["certified"],
} as const satisfies Record<string, readonly RecommendationState[]>;

export function isPossibleIn(act: keyof typeof actsIn, state: RecommendationState): boolean {
	return (actsIn[act] as readonly RecommendationState[]).includes(state);
}

const day = 24 * 60 * 60 * 1000;

/**
 * Four eyes: who wrote the votes down does not certify them; the same person only 24 hours later, which stays visible
 * (architecture.md, four eyes).
 */
export function mayCertifyAlone(
	votes: { recordedById: string | null; recordedAt: Date },
	certifier: { personId: string; now: Date },
): boolean {
	return votes.recordedById !== certifier.personId || certifier.now.getTime() - votes.recordedAt.getTime() >= day;
}

/** A stored result; the database checks it, so anything else is a broken house. */
export function resultOf(stored: string | null): MajorityResult {
	if (stored === "adopted" || stored === "rejected" || stored === "not-decided") return stored;
	throw new Error(`no result is called ${stored}`);
}
