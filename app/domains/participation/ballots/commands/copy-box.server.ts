import type { ActWorld } from "~/platform/act.server";

/** Gives a new ballot box title, electorate and rule of another one, not frozen; for copying, inside the act that makes it. */
export async function copyBox(world: ActWorld, { from, to }: { from: string; to: string }): Promise<void> {
	const { title, electorate, paperDays, ruleChoice } = await world.db.ballotBox.findUniqueOrThrow({
		where: { id: from },
	});
	await world.db.ballotBox.update({
		where: { id: to },
		data: { title, electorate, paperDays, ...(ruleChoice === null ? {} : { ruleChoice }) },
	});
}
