import type { ActWorld } from "~/platform/act.server";

/** Gives a process the rules for comments and support of another, inside the act that makes it. */
export async function copyContributionRules(
	world: ActWorld,
	{ from, to }: { from: string; to: string },
): Promise<boolean> {
	const rules = await world.db.contributionRules.findUnique({ where: { processId: from } });
	if (rules) await world.db.contributionRules.create({ data: { ...rules, processId: to } });
	return rules !== null;
}
