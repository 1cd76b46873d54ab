import { personIdOf } from "~/platform/actor";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import { storedRichText } from "~/platform/rich-text/check.server";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { View } from "~/platform/world.server";
import { storedDecisionRule } from "../../../counting/index";
import { benchKind } from "../../group";
import { mayRunGroup, seesInside } from "../../policy.server";
import { groupAt } from "../../queries/find-group.server";
import { type BallotMode, ballotMode, isTakingVotes, seatsOf, votersShownFrom } from "../ballot";
import { choiceOf, optionsOf } from "../count.server";
import { isPossibleIn, stateOf } from "../recommendation";
import { allowsSlips } from "./slips-page.server";
import { type ListedSeat, votingListOf } from "./voting-list.server";

/**
 * A vote by name or in secret as one of its members sees it: what is voted on, by which rule, and the ballot of each seat they
 * may vote for. Guests are asked to sign in, because mails lead here.
 * @throws NotFound for what is not there or not theirs; SignInNeeded for guests
 */
export async function ballotPage(view: View, at: { place: string; group: string; code: string }) {
	const personId = personIdOf(view.actor);
	if (view.actor.kind === "guest") throw new SignInNeeded("session");
	const group = await groupAt(view, at);
	const row = await view.db.recommendation.findFirst({
		where: { code: at.code.toUpperCase(), groupId: group.id },
		include: { ballot: true, refusal: true, meeting: { select: { day: true, title: true } } },
	});
	const mode = ballotMode(row?.ballot?.mode);
	if (!row || mode === "hands") throw new NotFound();
	const list = await votingListOf(view, row.id, row.meeting.day);
	const seats = personId ? seatsOf(personId, list, mode) : [];
	if (seats.length === 0 && !seesInside(view.actor, group)) throw new NotFound();
	const rule = storedDecisionRule(row.rule);
	const state = stateOf(row);
	const closesAt = row.ballot?.closesAt ?? null;
	const cast = await castOf(view, row.id, mode);
	const slips = mode === "secret" ? await slipHolders(view, row.id) : new Set<string>();
	const own = list.find(({ holderId, biased }) => holderId === personId && !biased);
	return {
		id: row.id,
		code: row.code,
		title: row.title,
		wording: renderRichText(storedRichText(row.wording), { headingsFrom: 3 }),
		hash: row.wordingHash,
		mode,
		rule,
		options: optionsOf(row.ballot),
		withBench: row.ballot?.withBench ?? false,
		ruleName: row.ballot?.ruleName ?? "",
		/** Also on paper: a secret vote on yes and no. */
		slips: mode === "secret" && allowsSlips(row.rule),
		state,
		isOpen: isTakingVotes({ ...row, closesAt }, view.now),
		closesAt,
		place: group.place,
		group: { name: group.name, slug: group.slug },
		may: { run: mayRunGroup(view.actor, group), state: own !== undefined && isPossibleIn("state", state) },
		seats: seats.map(({ membershipId, actingId }) => {
			const seat = list.find((one) => one.membershipId === membershipId);
			const vote = cast.get(membershipId);
			return {
				membershipId,
				forName: actingId === null ? null : (seat?.name ?? ""),
				bench: benchKind(seat?.benchKind ?? ""),
				hasVoted: vote !== undefined,
				/** Was handed a paper slip, and votes there. */
				onPaper: slips.has(membershipId),
				vote: vote?.choice === undefined ? null : ownVote(vote, list),
			};
		}),
		turnout: turnoutOf(mode, list, cast.size, votersShownFrom(rule, { seats: row.seats, entitled: entitled(list) })),
	};
}

export type BallotPage = Awaited<ReturnType<typeof ballotPage>>;

function entitled(list: readonly ListedSeat[]): number {
	return list.filter(({ biased }) => !biased).length;
}

type Cast = {
	choice?: unknown;
	reason?: string | null;
	actingId?: string | null;
	recordedById?: string | null;
	witnessId?: string | null;
};

/** The seats that were handed a paper slip. */
async function slipHolders(view: View, recommendationId: string): Promise<Set<string>> {
	const rows = await view.db.groupSecretVoter.findMany({ where: { recommendationId, onPaper: true } });
	return new Set(rows.map(({ membershipId }) => membershipId));
}

/** The seats that have voted; in a vote by name with what they said. */
async function castOf(view: View, recommendationId: string, mode: BallotMode): Promise<Map<string, Cast>> {
	if (mode === "secret") {
		const rows = await view.db.groupSecretVoter.findMany({ where: { recommendationId, hasVoted: true } });
		return new Map(rows.map(({ membershipId }) => [membershipId, {}]));
	}
	const rows = await view.db.groupVote.findMany({ where: { recommendationId } });
	return new Map(rows.map((row) => [row.membershipId, row]));
}

function ownVote({ choice, reason, actingId, witnessId }: Cast, list: readonly ListedSeat[]) {
	const acting = list.some(({ substitutes }) => substitutes.some(({ id }) => id === actingId));
	return {
		choice: choiceOf(choice),
		reason: reason ?? "",
		byActing: acting,
		witness: witnessId ? (list.find(({ membershipId }) => membershipId === witnessId)?.name ?? "") : null,
	};
}

/** How many have voted; in a secret vote only from a number on that says nothing about single ones. */
function turnoutOf(mode: BallotMode, list: readonly ListedSeat[], voted: number, shownFrom: number) {
	return { entitled: entitled(list), voted: mode === "secret" && voted < shownFrom ? null : voted, shownFrom };
}

/**
 * Who has voted, for those who run the group: whom to ask. In a secret vote nobody, before enough have.
 * @returns null while it is not shown
 */
export async function votersOf(view: View, recommendationId: string) {
	const row = await view.db.recommendation.findUniqueOrThrow({
		where: { id: recommendationId },
		include: { ballot: true, meeting: { select: { day: true } } },
	});
	const mode = ballotMode(row.ballot?.mode);
	const list = await votingListOf(view, recommendationId, row.meeting.day);
	const cast = await castOf(view, recommendationId, mode);
	const shownFrom = votersShownFrom(storedDecisionRule(row.rule), { seats: row.seats, entitled: entitled(list) });
	const turnout = turnoutOf(mode, list, cast.size, shownFrom);
	return {
		...turnout,
		closesAt: row.ballot?.closesAt ?? null,
		remindAt: row.ballot?.remindAt ?? null,
		remindedAt: row.ballot?.remindedAt ?? null,
		people:
			turnout.voted === null
				? null
				: list
						.filter(({ biased }) => !biased)
						.map(({ membershipId, name, benchKind: kind }) => ({
							membershipId,
							name,
							bench: benchKind(kind),
							hasVoted: cast.has(membershipId),
						})),
	};
}

/** The open votes of a group in which this reader has a say, with whether they have voted for every seat of theirs. */
export async function openVotesFor(view: View, groupId: string) {
	const personId = personIdOf(view.actor);
	if (!personId) return [];
	const rows = await view.db.recommendation.findMany({
		where: {
			groupId,
			votesRecordedAt: null,
			cancelledAt: null,
			ballot: { mode: { not: "hands" }, OR: [{ closesAt: null }, { closesAt: { gt: view.now } }] },
		},
		include: { ballot: true, meeting: { select: { day: true } } },
		orderBy: [{ openedAt: "asc" }, { id: "asc" }],
		take: 50,
	});
	const votes = [];
	for (const row of rows) {
		const mode = ballotMode(row.ballot?.mode);
		const seats = seatsOf(personId, await votingListOf(view, row.id, row.meeting.day), mode);
		if (seats.length === 0) continue;
		const cast = await castOf(view, row.id, mode);
		votes.push({
			code: row.code,
			title: row.title,
			mode,
			closesAt: row.ballot?.closesAt ?? null,
			hasVoted: seats.every(({ membershipId }) => cast.has(membershipId)),
		});
	}
	return votes;
}

export type OpenVoteForReader = Awaited<ReturnType<typeof openVotesFor>>[number];
