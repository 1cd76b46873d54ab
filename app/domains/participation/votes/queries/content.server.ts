import type { View } from "~/platform/world.server";

/** How the votes of a process are held and what is voted on, as it is read before its release; null without votes. */
export async function voteContent(view: Pick<View, "db">, processId: string): Promise<unknown> {
	const votes = await view.db.vote.findMany({
		where: { box: { processId } },
		orderBy: { box: { position: "asc" } },
		select: {
			kind: true,
			intro: true,
			mostOptions: true,
			pointsPerVoter: true,
			box: { select: { title: true, electorate: true, paperDays: true, ruleChoice: true } },
			options: { orderBy: { number: "asc" }, select: { number: true, title: true, text: true, passive: true } },
		},
	});
	return votes.length > 0 ? votes : null;
}
