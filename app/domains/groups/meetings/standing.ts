import { type MajorityRule, neededOf, type Quorum } from "../../counting/index";
import { type Entry, type Presence, votingList } from "../deciding/electorate";
import { type BenchKind, benchKind, type Membership } from "../group";

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
	/** Null when the rule asks for none. */
	quorum: Reached | null;
	/** Of the benches that have to be able to decide by themselves. */
	benches: ({ bench: BenchKind } & Reached)[];
};

/** `needed` counts persons; by votes cast it is met at best when all present vote. */
type Reached = { needed: number; reached: number; met: boolean; byVotes: boolean };

/** The standing that follows from a voting list, by the group's rule. */
export function standingOf(rule: Pick<MajorityRule, "quorum" | "benches">, list: readonly Entry[]): Standing {
	const { entitled, there } = sizesOf(list);
	return {
		seats: list.length,
		present: list.filter(({ present }) => present).length,
		electorate: entitled,
		entitledPresent: there,
		quorum: rule.quorum && reachedOf(rule.quorum, list),
		benches: (rule.benches ?? []).flatMap(({ bench, quorum }) => {
			const own = list.filter(({ benchKind: kind }) => kind === bench);
			// as in the count: a bench without anybody entitled is not asked
			return quorum && sizesOf(own).entitled > 0 ? [{ bench: benchKind(bench), ...reachedOf(quorum, own) }] : [];
		}),
	};
}

function sizesOf(list: readonly Entry[]): { entitled: number; there: number } {
	const entitled = list.filter(({ biased }) => !biased);
	return { entitled: entitled.length, there: entitled.filter(({ present }) => present).length };
}

function reachedOf({ share, comparison, base, counts }: Quorum, list: readonly Entry[]): Reached {
	const { entitled, there } = sizesOf(list);
	const needed = neededOf(share, { seats: list.length, electorate: entitled, present: there }[base], comparison);
	return { needed, reached: there, met: there >= needed, byVotes: counts === "votes-cast" };
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
