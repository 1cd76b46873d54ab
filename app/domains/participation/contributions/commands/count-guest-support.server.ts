import type { ActWorld } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { addressHash } from "../address-hash.server";
import { canBeSupported } from "../policy.server";
import { refusedByBan } from "../queries/ban.server";
import type { FoundContribution } from "../queries/find-contribution.server";
import { rulesOf } from "../queries/rules.server";

export type GuestSupportRefusal = "support-closed" | "guests-not-welcome" | "already-supported" | "banned";

/** Why a guest cannot support it now; null when it is possible. */
export async function whyNotByGuest(
	world: ActWorld,
	contribution: FoundContribution,
): Promise<"support-closed" | "guests-not-welcome" | null> {
	if (!canBeSupported(contribution.process, contribution, world.now)) return "support-closed";
	return (await rulesOf(world, contribution.process)).guestsSupport ? null : "guests-not-welcome";
}

/**
 * Counts the support of a confirmed address, once. An address that belongs to an account counts as that person's, so
 * that nobody supports twice by two doors.
 */
export async function countGuestSupport(
	world: ActWorld,
	contribution: FoundContribution,
	email: string,
): Promise<Outcome<null, GuestSupportRefusal>> {
	const why = await whyNotByGuest(world, contribution);
	if (why) return refused(why);
	const banned = await refusedByBan(world, { organisationId: contribution.organisationId, email });
	if (banned) return banned;
	const { id } = contribution;
	const account = await world.db.account.findUnique({ where: { email }, select: { personId: true } });
	const { count } = account
		? await world.db.support.createMany({
				data: [{ contributionId: id, personId: account.personId, at: world.now }],
				skipDuplicates: true,
			})
		: await world.db.guestSupport.createMany({
				data: [{ contributionId: id, addressHash: addressHash(email), at: world.now }],
				skipDuplicates: true,
			});
	if (count === 0) return refused("already-supported");
	world.record({
		type: "participation.contribution.supported",
		subject: { kind: "contribution", id },
		ownerId: contribution.organisationId,
		facts: { guest: true },
	});
	return done(null);
}
