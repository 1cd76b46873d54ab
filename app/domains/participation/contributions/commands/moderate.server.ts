import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { type Act, type ModerationRule, mayHappen, stateOf } from "../contribution";
import { mayModerate } from "../policy.server";
import { contributionById, type FoundContribution } from "../queries/find-contribution.server";
import { settleReports } from "./report.server";

export type ModerationRefusal = "already-decided";

async function toModerate(world: ActWorld, id: string, act: Act): Promise<FoundContribution | null> {
	const contribution = await contributionById(world, id);
	demand(mayModerate, world.actor, contribution);
	return mayHappen(stateOf(contribution), act) ? contribution : null;
}

/** A moderator lets a waiting contribution appear. Of two at once one wins, the other is told. */
export const publishContribution = command(
	"participation.publish-contribution",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, ModerationRefusal>> => {
		const contribution = await toModerate(world, id, "publish");
		if (!contribution) return refused("already-decided");
		const { count } = await world.db.contribution.updateMany({
			where: { id, submittedAt: { not: null }, publishedAt: null, hiddenAt: null, withdrawnAt: null },
			data: { publishedAt: world.now, updatedAt: world.now },
		});
		if (count === 0) return refused("already-decided");
		const moderator = { moderatorId: personIdOf(world.actor), at: world.now };
		await world.db.moderation.create({
			data: { id: newId(world.now), contributionId: id, outcome: "published", ...moderator },
		});
		world.record({
			type: "participation.contribution.published",
			subject: { kind: "contribution", id },
			ownerId: contribution.organisationId,
			facts: { process: contribution.processId, number: contribution.number, by: "moderator" },
		});
		return done(null);
	},
);

/** A moderator hides a contribution, naming the rule it breaks and a reason that its author reads; reports of it are settled. */
export const hideContribution = command(
	"participation.hide-contribution",
	async (
		world: ActWorld,
		{ id, rule, reason }: { id: string; rule: ModerationRule; reason: string },
	): Promise<Outcome<null, ModerationRefusal>> => {
		const contribution = await toModerate(world, id, "hide");
		if (!contribution) return refused("already-decided");
		const { count } = await world.db.contribution.updateMany({
			where: { id, publishedAt: contribution.publishedAt, hiddenAt: null, withdrawnAt: null },
			data: { hiddenAt: world.now, updatedAt: world.now },
		});
		if (count === 0) return refused("already-decided");
		const moderation = newId(world.now);
		await world.db.moderation.create({
			data: {
				id: moderation,
				contributionId: id,
				outcome: "hidden",
				rule,
				reason: reason.trim(),
				moderatorId: personIdOf(world.actor),
				at: world.now,
			},
		});
		await settleReports(world, { contributionId: id, commentId: null, outcome: "hidden" });
		world.record({
			type: "participation.contribution.hidden",
			subject: { kind: "contribution", id },
			ownerId: contribution.organisationId,
			facts: { process: contribution.processId, number: contribution.number, rule, moderation },
		});
		return done(null);
	},
);
