import { personIdOf } from "~/platform/actor";
import { formatFor } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { addressHash } from "../address-hash.server";

/**
 * The ban that keeps this person out of the processes of an organisation now; asked in every act that takes part.
 * @param email the address that a guest has given or confirmed
 * @returns its last moment, or null
 */
async function bannedUntil(
	view: View,
	{ organisationId, email = null }: { organisationId: string; email?: string | null },
): Promise<Date | null> {
	const personId = personIdOf(view.actor);
	const who = [...(personId ? [{ personId }] : []), ...(email ? [{ addressHash: addressHash(email) }] : [])];
	if (who.length === 0) return null;
	const ban = await view.db.ban.findFirst({
		where: { organisationId, OR: who, from: { lte: view.now }, until: { gt: view.now }, liftedAt: null },
		orderBy: { until: "desc" },
		select: { until: true },
	});
	return ban?.until ?? null;
}

/** Refuses with the last day of the ban when there is one; null lets pass. */
export async function refusedByBan(view: View, given: { organisationId: string; email?: string | null }) {
	const until = await bannedUntil(view, given);
	if (!until) return null;
	// what ends at midnight is named by the day before it
	return refused("banned", { values: { date: formatFor(view.locale).dateLong(new Date(until.getTime() - 1)) } });
}
