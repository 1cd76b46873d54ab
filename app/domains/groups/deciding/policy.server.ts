import type { Policy } from "~/platform/policy";
import { type GivenGroup, mayRunGroup } from "../policy.server";

/** Votes for a seat: whoever holds it, or stands in for it; members need no role and no second factor. */
export const mayVote: Policy<{ seats: readonly unknown[] }> = (actor, { seats }) =>
	actor.kind === "person" && seats.length > 0;

/** Counts paper slips: who runs the group, and after them anybody entitled in this vote, so that two can count everywhere. */
export const mayCountSlips: Policy<{ group: GivenGroup; isEntitled: boolean; hasFirst: boolean }> = (
	actor,
	{ group, isEntitled, hasFirst },
) => mayRunGroup(actor, group) || (actor.kind === "person" && isEntitled && hasFirst);
