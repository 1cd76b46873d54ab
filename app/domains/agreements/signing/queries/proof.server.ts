import type { View } from "~/platform/world.server";

/** Whether this person was asked for password and factor for this version, and has shown them since. */
export async function hasRipeProof({ db, actor, now }: View, versionId: string): Promise<boolean> {
	if (actor.kind !== "person" || !actor.steppedUpAt) return false;
	const proofs = await db.agreementProof.count({
		where: {
			versionId,
			accountId: actor.accountId,
			usedAt: null,
			askedAt: { lte: actor.steppedUpAt, gt: new Date(now.getTime() - 30 * 60_000) },
		},
	});
	return proofs > 0;
}
