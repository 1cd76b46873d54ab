import type { ActWorld } from "~/platform/act.server";
import { newId } from "~/platform/tokens.server";
import { copyBox } from "../../ballots/index.server";
import { makeVote } from "./set-up.server";

/** Lays the votes of a process out again in another, inside the act that makes it: question, options and rule, not frozen. */
export async function copyVotes(world: ActWorld, { from, to }: { from: string; to: string }): Promise<boolean> {
	const votes = await world.db.vote.findMany({
		where: { box: { processId: from } },
		orderBy: { box: { position: "asc" } },
		include: { options: { orderBy: { number: "asc" } } },
	});
	for (const { id: original, options, ...frame } of votes) {
		const { id } = await makeVote(world, to);
		await copyBox(world, { from: original, to: id });
		await world.db.vote.update({ where: { id }, data: frame });
		await world.db.voteOption.createMany({
			data: options.map(({ number, title, text, passive }) => ({
				id: newId(world.now),
				voteId: id,
				number,
				title,
				text,
				passive,
			})),
		});
	}
	return votes.length > 0;
}
