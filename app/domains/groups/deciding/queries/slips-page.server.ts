import { personIdOf } from "~/platform/actor";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { storedDecisionRule } from "../../../counting/index";
import { benchKind } from "../../group";
import { mayRunGroup } from "../../policy.server";
import { groupAt } from "../../queries/find-group.server";
import { isTakingVotes, seatsOf } from "../ballot";
import { mayCountSlips } from "../policy.server";
import { handedOut } from "../slips";
import { votingListOf } from "./voting-list.server";

/**
 * The paper slips of a secret vote: for who runs the group who has one; for everybody entitled how many are to be counted. What
 * the first person counted is shown to nobody.
 * @throws NotFound for what is not there, has no slips, or is not theirs; SignInNeeded for guests
 */
export async function slipsPage(view: View, at: { place: string; group: string; code: string }) {
	if (view.actor.kind === "guest") throw new SignInNeeded("session");
	const group = await groupAt(view, at);
	const row = await view.db.recommendation.findFirst({
		where: { code: at.code.toUpperCase(), groupId: group.id, ballot: { mode: "secret" } },
		include: { ballot: true, slipCount: true, meeting: { select: { day: true } } },
	});
	if (!row?.ballot || !allowsSlips(row.rule)) throw new NotFound();
	const personId = personIdOf(view.actor);
	const list = await votingListOf(view, row.id, row.meeting.day);
	const runs = mayRunGroup(view.actor, group);
	const isEntitled = personId !== null && seatsOf(personId, list, "secret").length > 0;
	if (!runs && !isEntitled) throw new NotFound();
	const voters = await view.db.groupSecretVoter.findMany({ where: { recommendationId: row.id, onPaper: true } });
	const slipOf = new Map(voters.map(({ membershipId, hasVoted }) => [membershipId, hasVoted]));
	const entitled = list.filter(({ biased }) => !biased);
	const handed = handedOut(
		entitled
			.filter(({ membershipId }) => slipOf.get(membershipId) === false)
			.map(({ benchKind: bench }) => ({ bench })),
		row.ballot.withBench,
	);
	const ended = row.votesRecordedAt !== null || row.cancelledAt !== null;
	return {
		id: row.id,
		code: row.code,
		title: row.title,
		place: group.place,
		group: { slug: group.slug, name: group.name },
		isOpen: isTakingVotes({ ...row, closesAt: row.ballot.closesAt }, view.now),
		handed: handed.map(({ bench, slips }) => ({ bench: bench === null ? null : benchKind(bench), slips })),
		counted: row.slipCount ? (row.slipCount.countedById === personId ? ("by-me" as const) : ("once" as const)) : null,
		may: {
			run: runs && !ended,
			count: !ended && mayCountSlips(view.actor, { group, isEntitled, hasFirst: row.slipCount !== null }),
		},
		seats: runs
			? entitled.map(({ membershipId, name, benchKind: bench }) => ({
					membershipId,
					name,
					bench: benchKind(bench),
					slip: slipWord(slipOf.get(membershipId)),
				}))
			: [],
	};
}

/** Sums of slips say yes, no and abstentions, so only a majority is voted on paper. */
export function allowsSlips(rule: unknown): boolean {
	return storedDecisionRule(rule).method === "majority";
}

function slipWord(hasVoted: boolean | undefined): "none" | "out" | "counted" {
	if (hasVoted === undefined) return "none";
	return hasVoted ? "counted" : "out";
}
