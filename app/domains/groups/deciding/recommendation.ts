import type { MajorityResult } from "../../counting/index";

export type RecommendationState = "open" | "counted" | "refused" | "certified" | "published" | "cancelled";

/** What the state of a recommendation depends on; nothing of it is stored as a state. */
export type Dated = {
	votesRecordedAt: Date | null;
	certifiedAt: Date | null;
	publishedAt: Date | null;
	cancelledAt: Date | null;
	/** That the chair refused to certify what was computed. */
	refusal?: object | null;
};

export function stateOf(vote: Dated): RecommendationState {
	if (vote.cancelledAt) return "cancelled";
	if (vote.publishedAt) return "published";
	if (vote.certifiedAt) return "certified";
	if (vote.refusal) return "refused";
	return vote.votesRecordedAt ? "counted" : "open";
}

/** Each act with the states in which it may happen. Votes by hand may be corrected until they are certified. */
export const actsIn = {
	record: ["open", "counted"],
	close: ["open"],
	cancel: ["open", "counted", "refused"],
	treat: ["counted"],
	state: ["open", "counted", "certified"],
	certify: ["counted"],
	refuse: ["counted"],
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
