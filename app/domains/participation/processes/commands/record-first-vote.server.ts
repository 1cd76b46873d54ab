import type { ActWorld } from "~/platform/act.server";

/**
 * Records that somebody has voted: from here on the days and switches of votes stand, except for prolonging. Called inside
 * the act of every ballot; after the first it changes nothing.
 */
export async function recordFirstVote(world: ActWorld, processId: string): Promise<void> {
	await world.db.process.updateMany({ where: { id: processId, firstVoteAt: null }, data: { firstVoteAt: world.now } });
}
