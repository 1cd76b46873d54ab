import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayManageBox } from "../../ballots/index.server";
import { processAt, worksFor } from "../../processes/index.server";
import { fewestOptions } from "../vote";
import { headOf, type VoteAddress, voteAt, votesOf } from "./find-vote.server";

/** The votes of a process for the staff. @throws NotFound, Forbidden */
export async function managedVotes(view: View, at: { place: string; process: string }) {
	const process = await processAt(view, at);
	demand(mayWork, view.actor, process);
	const votes = await votesOf(view, process.id);
	return {
		process: { id: process.id, title: process.title, slug: process.slug },
		place: { slug: at.place, name: process.organisation.space?.name ?? process.organisation.shortName },
		votes: votes.map((vote) => headOf(vote, at.place)),
		may: { add: mayManageBox(view.actor, process) },
	};
}

/** A vote as its staff work on it: settings, options, what is missing before it can be frozen. @throws NotFound, Forbidden */
export async function managedVote(view: View, at: VoteAddress) {
	const vote = await voteAt(view, at);
	demand(mayWork, view.actor, vote.process);
	const [letters, voted] = await Promise.all([
		view.db.ballotLetterCode.count({ where: { boxId: vote.id } }),
		view.db.ballotVoter.count({ where: { boxId: vote.id, hasVoted: true } }),
	]);
	const mayManage = mayManageBox(view.actor, vote.process);
	return {
		...headOf(vote, at.place),
		frozenAt: vote.frozenAt,
		letters,
		voted,
		missing: [
			...(vote.options.length < fewestOptions(vote.settings.kind) ? (["too-few-options"] as const) : []),
			...(vote.electorate === "letter" && letters === 0 ? (["no-letters"] as const) : []),
			...(vote.voting.until === null ? (["no-voting-phase"] as const) : []),
		],
		may: { manage: mayManage, change: mayManage && vote.frozenAt === null },
	};
}

/** What the forms of a vote need; with `option` those of one option. @throws NotFound, Forbidden */
export async function voteForChange(view: View, at: VoteAddress & { option?: string }) {
	const vote = await voteAt(view, at);
	demand(mayManageBox, view.actor, vote.process);
	const option = at.option === undefined ? null : vote.options.find(({ number }) => String(number) === at.option);
	if (option === undefined) throw new NotFound();
	return {
		...headOf(vote, at.place),
		isFrozen: vote.frozenAt !== null,
		option: option && { number: option.number, title: option.title, text: option.text, passive: option.passive },
	};
}

const mayWork: typeof mayManageBox = (actor, process) => worksFor(actor, process) || mayManageBox(actor, process);
