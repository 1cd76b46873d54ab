import { peopleKnownTo } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

const listSize = 500;

/** People of this house whom the owner knows, so that a contact can be the same person. The caller has asked who may. */
export async function knownPeople(view: View, ownerId: string): Promise<{ id: string; name: string }[]> {
	const people = await peopleKnownTo(view, ownerId);
	return people.map(({ id, displayName, through }) => ({
		id,
		name: through ? `${displayName} (${through})` : displayName,
	}));
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
