import { type MajorityRule, neededOf } from "../../counting/index";
import { type Entry, type Presence, votingList } from "../deciding/electorate";
import type { Membership } from "../group";

/** How many are there at a moment, and whether the group could decide then. */
export type Standing = {
	/** Seats in office on the day. */
	seats: number;
	/** Seats filled at the moment, also those of biased members. */
	present: number;
	/** Entitled in the matter: the seats without who is biased. */
	electorate: number;
	/** Of these, there. */
	entitledPresent: number;
	/** Null when the rule asks for none. `needed` counts persons; by votes cast it is met at best when all present vote. */
	quorum: { needed: number; reached: number; met: boolean; byVotes: boolean } | null;
};

/** The standing that follows from a voting list, by the group's rule. */
export function standingOf(rule: Pick<MajorityRule, "quorum">, list: readonly Entry[]): Standing {
	const entitled = list.filter(({ biased }) => !biased);
	const entitledPresent = entitled.filter(({ present }) => present).length;
	const base = { seats: list.length, electorate: entitled.length, present: entitledPresent };
	const figures = {
		seats: list.length,
		present: list.filter(({ present }) => present).length,
		electorate: entitled.length,
		entitledPresent,
	};
	if (!rule.quorum) return { ...figures, quorum: null };
	const needed = neededOf(rule.quorum.share, base[rule.quorum.base], rule.quorum.comparison);
	const byVotes = rule.quorum.counts === "votes-cast";
	return { ...figures, quorum: { needed, reached: entitledPresent, met: entitledPresent >= needed, byVotes } };
}

/** A vote that was opened: the moment for which presence counts. */
export type VoteTaken = { votedAt: Date };

/**
 * Whether other spans of attendance would change who was there at a vote that was already opened. What a vote rests on
 * stays; who comes or goes afterwards is written down all the same.
 */
export function changesVotes(
	memberships: readonly Membership[],
	before: readonly Presence[],
	after: readonly Presence[],
	votes: readonly VoteTaken[],
	day: Date,
): boolean {
	const there = (presences: readonly Presence[], at: Date) =>
		votingList(memberships, presences, { day, at, biased: [] })
			.filter(({ present }) => present)
			.map(({ membershipId, substituteId }) => `${membershipId}/${substituteId ?? ""}`)
			.sort()
			.join();
	return votes.some(({ votedAt }) => there(before, votedAt) !== there(after, votedAt));
}

/** The span of a seat that is open at a moment: came and has not left. */
export function openSpan<Span extends Presence>(spans: readonly Span[], membershipId: string): Span | undefined {
	return spans.find((span) => span.membershipId === membershipId && span.leftAt === null);
}
