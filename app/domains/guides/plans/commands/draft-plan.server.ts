import type { ActWorld } from "~/platform/act.server";
import { NotFound } from "~/platform/outcome";
import { demand, type Policy } from "~/platform/policy";
import { actingAs } from "../../policy.server";

/**
 * Locks a plan, so that nobody changes it while it is approved and the other way round.
 * @throws NotFound when it is not there (or another owner's); Forbidden or SignInNeeded
 */
export async function lockedPlan(
	{ db, actor }: ActWorld,
	{ ownerId, planId }: { ownerId: string; planId: string },
	policy: Policy<{ organisationId: string }>,
) {
	// All plans of the owner in one order: approving touches the one before as well.
	await db.$queryRaw`SELECT FROM coverage_plan WHERE owner_id = ${ownerId}::uuid ORDER BY id FOR UPDATE`;
	const plan = await db.coveragePlan.findFirst({ where: { id: planId, ownerId } });
	if (!plan) throw new NotFound();
	demand(policy, actor, { organisationId: ownerId });
	return { plan, recorded: actingAs(actor, ownerId).recorded };
}
