import { type ActWorld, command } from "~/platform/act.server";
import { done, refused } from "~/platform/outcome";
import { mayHappen, stateOf } from "../contribution";
import { type OwnKey, ownContribution } from "../queries/find-contribution.server";

/** The author takes a contribution back. Its number stays, its text is no longer shown. */
export const withdraw = command("participation.withdraw", async (world: ActWorld, { key }: { key: OwnKey }) => {
	const contribution = await ownContribution(world, key);
	if (!mayHappen(stateOf(contribution), "withdraw")) return refused("not-to-withdraw");
	const { count } = await world.db.contribution.updateMany({
		where: { id: contribution.id, submittedAt: { not: null }, withdrawnAt: null },
		data: { withdrawnAt: world.now, updatedAt: world.now },
	});
	if (count === 0) return refused("not-to-withdraw");
	world.record({
		type: "participation.contribution.withdrawn",
		subject: { kind: "contribution", id: contribution.id },
		ownerId: contribution.organisationId,
		facts: { process: contribution.processId },
	});
	return done(null);
});
