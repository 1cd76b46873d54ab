import { coveredPosts } from "~/domains/organisations/index.server";
import type { ActWorld } from "~/platform/act.server";
import { inForce, today } from "~/platform/calendar.server";
import { actingAs } from "../../policy.server";
import { handledConcern } from "../queries/find-concern.server";

/**
 * Locks a concern, so that acts on it wait for each other, and reads it for those who handle it.
 * @returns also as which post they act, and for whom while they stand in
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export async function heldConcern(world: ActWorld, of: { ownerId: string; code: string }) {
	await world.db.$queryRaw`SELECT FROM concern WHERE code = ${of.code} FOR UPDATE`;
	const concern = await handledConcern(world, of);
	const present = concern.assignments[0] ?? null;
	const acting = actingAs(world.actor, of.ownerId);
	const subject = { kind: "concern", id: concern.id };
	// Who stands in for the post that answers acts as that post, also with a right of their own.
	if (!present || !(await coveredPosts(world)).includes(present.postId)) {
		return { concern, present, subject, ...acting, deputyForId: null };
	}
	const { postId } = present;
	const holding = await world.db.postHolding.findFirst({
		where: { postId, ...inForce(today(world.now)) },
		select: { personId: true },
		orderBy: [{ validFrom: "asc" }, { id: "asc" }],
	});
	const recorded = { ...acting.recorded, postId };
	return { concern, present, subject, recorded, asDeputy: true, deputyForId: holding?.personId ?? null };
}
