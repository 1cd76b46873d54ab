import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayCertify } from "../../policy.server";
import { locked, possible } from "./votes.server";

/**
 * The chair does not certify what was computed, and says why. No other result takes its place: it is voted on anew, or not.
 * @throws NotFound for a recommendation that is not there; Forbidden or SignInNeeded for who does not lead the group
 */
export const refuseCertification = command(
	"groups.refuse-certification",
	async (
		world: ActWorld,
		{ id, reason }: { id: string; reason: string },
	): Promise<Outcome<null, "not-now" | "reason-missing">> => {
		const { recommendation, group } = await locked(world, id);
		demand(mayCertify, world.actor, group);
		if (!possible("refuse", recommendation)) return refused("not-now");
		if (reason === "") return refused("reason-missing", { field: "reason" });
		await world.db.groupCertificationRefusal.create({
			data: { recommendationId: id, reason, refusedAt: world.now, refusedById: personIdOf(world.actor) },
		});
		world.record({
			type: "groups.recommendation.certification-refused",
			subject: { kind: "recommendation", id },
			ownerId: group.organisationId,
		});
		return done(null);
	},
);
