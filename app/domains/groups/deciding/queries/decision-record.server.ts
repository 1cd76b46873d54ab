import { personIdOf } from "~/platform/actor";
import type { View } from "~/platform/world.server";
import { type DecisionRule, isBlocking, storedDecisionRule } from "../../../counting/index";
import { type BenchKind, benchKind } from "../../group";
import { memberName, personSelection } from "../../queries/names.server";
import { ballotMode } from "../ballot";
import { choiceOf, countOf, optionsOf } from "../count.server";
import { isPossibleIn, stateOf } from "../recommendation";

const seatSelection = { nameIsPublic: true, person: { select: personSelection } } as const;

type Seat = { nameIsPublic: boolean; person: { displayName: string; erasedAt: Date | null } };

/**
 * What stands beside a result: how it was voted, the count with every figure, votes by name, objections with how they were dealt
 * with, reservations and minority opinions, a refusal of the chair, and which vote it replaced. While it is open nothing of the
 * votes is handed out.
 * @param inside whether the reader belongs to the group or its owner, and so reads all names
 */
export async function decisionRecord(view: View, id: string, inside: boolean) {
	const row = await view.db.recommendation.findUniqueOrThrow({
		where: { id },
		include: { tallies: true, ballot: true, refusal: true },
	});
	const rule = storedDecisionRule(row.rule);
	const mode = ballotMode(row.ballot?.mode);
	const isCounted = row.votesRecordedAt !== null;
	const personId = personIdOf(view.actor);
	const [count, votes, statements, replaced, replacedBy, ownSeats] = await Promise.all([
		countOf(view.db, row),
		isCounted ? votesOf(view, id, rule, inside) : [],
		statementsOf(view, id, inside),
		row.ballot?.replacesId ? earlier(view, row.ballot.replacesId, inside) : null,
		view.db.recommendation.findFirst({ where: { ballot: { replacesId: id } }, select: { code: true } }),
		personId
			? view.db.electorateEntry.count({ where: { recommendationId: id, biased: false, membership: { personId } } })
			: 0,
	]);
	return {
		mode,
		rule,
		/** By which of the charter's rules; empty for the usual one. */
		ruleName: row.ballot?.ruleName ?? "",
		options: optionsOf(row.ballot),
		closesAt: row.ballot?.closesAt ?? null,
		count,
		/** Who took part, by bench; known also where the votes themselves are secret. */
		turnout: row.tallies.map(({ benchKind: kind, electorate, present }) => ({
			bench: benchKind(kind),
			electorate,
			present,
		})),
		votes,
		objections: votes.filter(({ blocks }) => blocks),
		statements,
		refusal: row.refusal && { reason: row.refusal.reason, at: row.refusal.refusedAt },
		replaced,
		replacedByCode: replacedBy?.code ?? null,
		/** Whether this reader may still put a reservation or a minority opinion beside it. */
		mayState: ownSeats > 0 && isPossibleIn("state", stateOf(row)),
	};
}

export type DecisionRecord = Awaited<ReturnType<typeof decisionRecord>>;

async function votesOf(view: View, recommendationId: string, rule: DecisionRule, inside: boolean) {
	const rows = await view.db.groupVote.findMany({
		where: { recommendationId },
		include: {
			entry: { select: { benchKind: true, membership: { select: seatSelection } } },
			acting: { select: seatSelection },
			witness: { select: seatSelection },
			objection: true,
		},
		orderBy: [{ entry: { benchKind: "asc" } }, { membershipId: "asc" }],
		take: 1000,
	});
	return rows.map(({ entry, acting, witness, objection, ...vote }) => {
		const choice = choiceOf(vote.choice);
		const nameOf = (seat: Seat | null) => seat && { name: memberName(view, seat, inside) };
		return {
			membershipId: vote.membershipId,
			bench: benchKind(entry.benchKind),
			name: memberName(view, entry.membership, inside),
			choice,
			reason: vote.reason,
			acting: nameOf(acting),
			witness: nameOf(witness),
			blocks: typeof choice === "string" && isBlocking(rule, choice),
			treatment: objection && { outcome: objection.outcome, note: objection.note },
		};
	});
}

export type NamedVote = Awaited<ReturnType<typeof votesOf>>[number];

async function statementsOf(view: View, recommendationId: string, inside: boolean) {
	const rows = await view.db.groupStatement.findMany({
		where: { recommendationId },
		include: { entry: { select: { benchKind: true, membership: { select: seatSelection } } } },
		orderBy: [{ kind: "asc" }, { writtenAt: "asc" }],
		take: 1000,
	});
	return rows.map(
		({ kind, text, membershipId, entry }): Statement => ({
			id: `${kind}-${membershipId}`,
			kind: kind === "minority" ? "minority" : "reservation",
			text,
			bench: benchKind(entry.benchKind),
			name: memberName(view, entry.membership, inside),
		}),
	);
}

type Statement = {
	id: string;
	kind: "minority" | "reservation";
	text: string;
	bench: BenchKind;
	name: string | null;
};

/** The cancelled vote before, with the objections that led to another wording. */
async function earlier(view: View, id: string, inside: boolean) {
	const row = await view.db.recommendation.findUniqueOrThrow({ where: { id }, select: { code: true, rule: true } });
	const votes = await votesOf(view, id, storedDecisionRule(row.rule), inside);
	return { code: row.code, objections: votes.filter(({ blocks, treatment }) => blocks && treatment) };
}
