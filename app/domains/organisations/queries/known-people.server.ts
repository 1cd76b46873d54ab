import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { type KnownPerson, placeParts } from "../composition.server";

const listSize = 500;

/**
 * The people whom an organisation knows: who holds or held one of its posts, or one of a body that acts for it or for
 * which it acts; and those whom other domains know there. By name. The caller has asked who may.
 */
export async function peopleKnownTo(view: View, organisationId: string): Promise<KnownPerson[]> {
	const day = inForce(today(view.now));
	const near = [
		{ id: organisationId },
		{ actsFor: { some: { principalId: organisationId, ...day } } },
		{ representedBy: { some: { agentId: organisationId, ...day } } },
	];
	const holders = await view.db.person.findMany({
		where: { erasedAt: null, holdings: { some: { post: { organisation: { OR: near } } } } },
		select: {
			id: true,
			displayName: true,
			holdings: {
				where: { post: { organisation: { OR: near } } },
				select: { post: { select: { label: true } } },
				orderBy: [{ validFrom: "desc" }, { id: "desc" }],
				take: 1,
			},
		},
		orderBy: [{ displayName: "asc" }, { id: "asc" }],
		take: listSize,
	});
	const others = await Promise.all(placeParts().map((part) => part.people?.(view, organisationId) ?? []));
	const known = new Map<string, KnownPerson>(others.flat().map((person) => [person.id, person]));
	for (const { id, displayName, holdings } of holders) {
		known.set(id, { id, displayName, through: holdings[0]?.post.label });
	}
	return [...known.values()].sort((a, b) => a.displayName.localeCompare(b.displayName, "de"));
}
