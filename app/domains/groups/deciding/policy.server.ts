import type { Policy } from "~/platform/policy";

/** Votes for a seat: whoever holds it, or stands in for it; members need no role and no second factor. */
export const mayVote: Policy<{ seats: readonly unknown[] }> = (actor, { seats }) =>
	actor.kind === "person" && seats.length > 0;
