import { hasRole } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { type KnownPerson, peopleKnownTo } from "../../../organisations/index.server";

/**
 * Who can be chosen for a seat: who holds a post of the owner, who sits or sat in one of its groups, and for its
 * administrators also whom else it knows (roles are theirs to know). The caller has asked who may.
 */
export async function knownPeople(view: View, { organisationId }: { organisationId: string }): Promise<KnownPerson[]> {
	const administers = hasRole(view.actor, organisationId, "organisation-admin");
	const [known, near] = await Promise.all([
		administers ? peopleKnownTo(view, organisationId) : [],
		view.db.person.findMany({
			where: {
				erasedAt: null,
				OR: [
					{ groupMemberships: { some: { group: { organisationId } } } },
					{ holdings: { some: { post: { organisationId }, ...inForce(today(view.now)) } } },
				],
			},
			select: { id: true, displayName: true },
			orderBy: [{ displayName: "asc" }, { id: "asc" }],
			take: 500,
		}),
	]);
	const people = new Map([...known, ...near].map((person) => [person.id, person]));
	return [...people.values()].sort((a, b) => a.displayName.localeCompare(b.displayName, "de"));
}
