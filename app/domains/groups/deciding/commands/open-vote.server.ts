import type { ActWorld } from "~/platform/act.server";
import { NotFound } from "~/platform/outcome";
import { storedDecisionRule } from "../../../counting/index";
import { groupById } from "../../queries/find-group.server";
import { ballotMode, isTakingVotes, type OwnSeat, seatsOf } from "../ballot";
import { optionsOf } from "../count.server";
import { votingListOf } from "../queries/voting-list.server";

/**
 * A vote by name or in secret, held while somebody votes. Voters share its row, the closing takes it alone: a vote is in the
 * count, or refused.
 * @throws NotFound for a vote that is not there, or that is taken by show of hands
 */
export async function openVote(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT 1 FROM recommendation WHERE id = ${id}::uuid FOR SHARE`;
	const vote = await world.db.recommendation.findUnique({
		where: { id },
		include: { ballot: true, meeting: { select: { day: true } } },
	});
	const mode = ballotMode(vote?.ballot?.mode);
	if (!vote?.ballot || mode === "hands") throw new NotFound();
	const list = await votingListOf(world, id, vote.meeting.day);
	const options = optionsOf(vote.ballot);
	return {
		vote,
		mode,
		list,
		options,
		numbers: options.map(({ number }) => number),
		rule: storedDecisionRule(vote.rule),
		group: await groupById(world, vote.groupId),
		isOpen: isTakingVotes({ ...vote, closesAt: vote.ballot.closesAt }, world.now),
	};
}

export type OpenVote = Awaited<ReturnType<typeof openVote>>;

/** The seat for which this person may vote, or null. */
export function ownSeatIn({ list, mode }: OpenVote, personId: string | null, membershipId: string): OwnSeat | null {
	if (personId === null) return null;
	return seatsOf(personId, list, mode).find((seat) => seat.membershipId === membershipId) ?? null;
}
