import type { View } from "~/platform/world.server";
import { type KnownPerson, peopleKnownTo } from "../../organisations/index.server";

/** Who can be chosen for a seat: whom the owner knows, and who sits or sat in one of its groups. The caller has asked who may. */
export async function knownPeople(view: View, { organisationId }: { organisationId: string }): Promise<KnownPerson[]> {
	const [known, members] = await Promise.all([
		peopleKnownTo(view, organisationId),
		view.db.person.findMany({
			where: { erasedAt: null, groupMemberships: { some: { group: { organisationId } } } },
			select: { id: true, displayName: true },
			orderBy: [{ displayName: "asc" }, { id: "asc" }],
			take: 500,
		}),
	]);
	const people = new Map([...known, ...members].map((person) => [person.id, person]));
	return [...people.values()].sort((a, b) => a.displayName.localeCompare(b.displayName, "de"));
}
