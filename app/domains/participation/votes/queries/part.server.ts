import type { View } from "~/platform/world.server";
import { waitsForResult } from "../../ballots/ballot";
import { fewestOptions } from "../vote";
import { votesOf } from "./find-vote.server";

/** The votes of a process for its public page, or null when it has none; the page asked for the process itself. */
export async function loadVotesPart(view: View, process: { id: string }) {
	const votes = await votesOf(view, process.id);
	if (votes.length === 0) return null;
	return votes.map(
		({ position, title, intro, state, voting, countDueAt, paperDays, options, settings, resultToldAt }) => ({
			number: position,
			/** Whether everybody was told what follows from it. */
			isTold: resultToldAt !== null,
			title,
			intro,
			state,
			voting,
			countDueAt,
			paperDays,
			kind: settings.kind,
			options: options.map((option) => option.title),
		}),
	);
}

export type VotesPartData = NonNullable<Awaited<ReturnType<typeof loadVotesPart>>>;

/** What must be set before the process may be published: people have to see what they will vote on, and when. */
export async function missingForVotes(view: View, processId: string): Promise<("options" | "voting")[]> {
	const votes = await votesOf(view, processId);
	return [
		...(votes.some(({ options, settings }) => options.length < fewestOptions(settings.kind))
			? (["options"] as const)
			: []),
		...(votes.some(({ voting }) => voting.until === null) ? (["voting"] as const) : []),
	];
}

/** How many votes can be voted in, or were voted in and have no result note yet; the process waits for it. */
export async function waitingInVotes(view: View, processId: string): Promise<number> {
	return (await votesOf(view, processId)).filter(waitsForResult).length;
}
