import type { ActWorld } from "~/platform/act.server";
import { actingAs } from "../policy.server";
import { handledConcern } from "../queries/find-concern.server";

/**
 * Locks a concern, so that acts on it wait for each other, and reads it for those who handle it.
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export async function heldConcern(world: ActWorld, of: { ownerId: string; code: string }) {
	await world.db.$queryRaw`SELECT FROM concern WHERE code = ${of.code} FOR UPDATE`;
	const concern = await handledConcern(world, of);
	return {
		concern,
		present: concern.assignments[0] ?? null,
		subject: { kind: "concern", id: concern.id },
		...actingAs(world.actor, of.ownerId),
	};
}
