import type { LinkState } from "../resolution";

/** What of a council's own system is meant. */
export const linkKinds = ["paper", "meeting", "agenda-item", "resolution"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What it is for ours: what it rests on, what became of it there, what came out of it. */
export const linkRoles = ["basis", "handed-over", "outcome"] as const;
export type LinkRole = (typeof linkRoles)[number];

/** What a look at the address brought. `hash`: SHA-256 of what counts of its content. */
export type Seen = { found: "there"; hash: string } | { found: "gone" } | { found: "away"; reason: string };

export type Checked = {
	state: LinkState;
	confirmedHash: string | null;
	seenHash: string | null;
	failures: number;
	lastProblem: string | null;
	nextCheckAt: Date;
	/** What is there now has not been copied yet. */
	copy: boolean;
};

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** A system that rests over a night or a weekend is not gone. */
const patience = 5;

/**
 * What is known of a link after a look at it. Gone is what says so itself (404, 410, `deleted`), or has not answered five times
 * over some days; changed is what says something else than when it was last confirmed, and it stays so until a person has
 * confirmed it, or the old content is back.
 */
export function afterLook(
	link: { state: LinkState; confirmedHash: string | null; seenHash: string | null; failures: number },
	seen: Seen,
	now: Date,
): Checked {
	const at = (later: number) => new Date(now.getTime() + later);
	const { confirmedHash, seenHash } = link;
	if (seen.found === "gone") {
		const nextCheckAt = at(7 * day);
		return { state: "gone", confirmedHash, seenHash, failures: 0, lastProblem: null, nextCheckAt, copy: false };
	}
	if (seen.found === "away") {
		const failures = link.failures + 1;
		return {
			state: failures >= patience ? "gone" : link.state,
			confirmedHash,
			seenHash,
			failures,
			lastProblem: seen.reason,
			nextCheckAt: at(failures >= patience ? 7 * day : day),
			copy: false,
		};
	}
	const isFirst = confirmedHash === null;
	return {
		state: isFirst || seen.hash === confirmedHash ? "ok" : "changed",
		confirmedHash: confirmedHash ?? seen.hash,
		seenHash: seen.hash,
		failures: 0,
		lastProblem: null,
		nextCheckAt: at(day),
		copy: isFirst || (seen.hash !== confirmedHash && seen.hash !== seenHash),
	};
}
