import { countVote } from "~/domains/counting";
import type { World } from "~/platform/world.server";
import { ballotsOf, storeCount, storedChoice } from "../../ballots/index.server";
import { numbersOf, voteById } from "../queries/find-vote.server";

/** Counts a vote by its frozen rule (job) and stores the result. Repeatable. */
export async function countVoteJob(world: World, payload: Record<string, unknown>): Promise<void> {
	const id = String(payload.id);
	const vote = await voteById(world, id);
	if (!vote.rule || vote.count?.finishedAt) return;
	const ballots = await ballotsOf(world, id);
	const choices = ballots.map(({ choice }) => storedChoice.parse(choice));
	const result = countVote(numbersOf(vote), vote.rule, choices);
	await storeCount(world, { id, ballots, result: { ...result }, other: null, facts: { winners: result.winners } });
}
