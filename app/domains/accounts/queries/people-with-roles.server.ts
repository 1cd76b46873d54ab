import { inForce, today } from "~/platform/calendar.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { maySeePeople } from "../policy.server";

/**
 * The people who have a role in an organisation today by their person, not by a post. By name, at most 500.
 * @throws Forbidden or SignInNeeded for others than its admins
 */
export async function peopleWithRoles(
	view: View,
	organisationId: string,
): Promise<{ id: string; displayName: string }[]> {
	demand(maySeePeople, view.actor, { ownerId: organisationId });
	return view.db.person.findMany({
		where: { erasedAt: null, roleGrants: { some: { ownerId: organisationId, ...inForce(today(view.now)) } } },
		select: { id: true, displayName: true },
		orderBy: [{ displayName: "asc" }, { id: "asc" }],
		take: 500,
	});
}
