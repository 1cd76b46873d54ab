import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageProcesses, processById } from "../../processes/index.server";
import type { ContributionRules } from "../contribution-rules";

/** Says for a process when comments appear, and whether people without an account comment and support. */
export const setContributionRules = command(
	"participation.set-contribution-rules",
	async (
		world: ActWorld,
		{ processId, ...rules }: ContributionRules & { processId: string },
	): Promise<Outcome<null>> => {
		const process = await processById(world, processId);
		demand(mayManageProcesses, world.actor, process);
		await world.db.contributionRules.upsert({
			where: { processId },
			create: { processId, ...rules },
			update: rules,
		});
		world.record({
			type: "participation.contribution-rules.set",
			subject: { kind: "process", id: processId },
			ownerId: process.organisationId,
			facts: rules,
		});
		return done(null);
	},
);
