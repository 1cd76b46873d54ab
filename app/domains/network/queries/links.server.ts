import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

const listSize = 500;

/**
 * People of this house that a contact can be: who holds or held a post of the owner, by name. The caller has asked who may. Whom the
 * owner knows by a role only is told to its administrators alone.
 */
export async function knownPeople({ db }: View, ownerId: string): Promise<{ id: string; name: string }[]> {
	const post = { organisationId: ownerId };
	const rows = await db.person.findMany({
		where: { erasedAt: null, holdings: { some: { post } } },
		select: {
			id: true,
			displayName: true,
			holdings: {
				where: { post },
				select: { post: { select: { label: true } } },
				orderBy: [{ validFrom: "desc" }, { id: "desc" }],
				take: 1,
			},
		},
		orderBy: [{ displayName: "asc" }, { id: "asc" }],
		take: listSize,
	});
	return rows.map(({ id, displayName, holdings }) => {
		const through = holdings[0]?.post.label;
		return { id, name: through ? `${displayName} (${through})` : displayName };
	});
}

/** Bodies of this house that an organisation of the network can be: the owner, what stands below and above it. By name. */
export async function knownBodies({ db, now }: View, ownerId: string): Promise<{ id: string; name: string }[]> {
	const rows = await db.organisation.findMany({
		where: {
			AND: [
				{ OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
				{
					OR: [
						{ id: ownerId },
						{ parentId: ownerId },
						{ parent: { parentId: ownerId } },
						{ children: { some: { id: ownerId } } },
						{ children: { some: { children: { some: { id: ownerId } } } } },
					],
				},
			],
		},
		select: { id: true, name: true },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: listSize,
	});
	return rows;
}
