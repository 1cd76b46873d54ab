import type { View } from "~/platform/world.server";
import { coveredPlaces, territoryOf } from "../plans/queries/territory.server";
import { areasAround } from "../plans/territory";

/**
 * The municipalities that a county writes to: its units within the area, and those below them that have a place of their own.
 * @param areaId null: all areas
 */
export async function addressees(
	{ db, now }: Pick<View, "db" | "now">,
	{ ownerId, areaId }: { ownerId: string; areaId: string | null },
): Promise<string[]> {
	const [places, { areas }] = await Promise.all([coveredPlaces(db, ownerId), territoryOf(db, ownerId)]);
	const within = places.filter(
		({ id, bodies }) =>
			id !== ownerId && (areaId === null || areasAround(areas, bodies).some((area) => area.areaId === areaId)),
	);
	const spaces = await db.space.findMany({
		where: { organisationId: { in: within.map(({ id }) => id) }, openedAt: { lte: now } },
		select: { organisationId: true },
	});
	const open = new Set(spaces.map(({ organisationId }) => organisationId));
	return within.filter(({ id, depth }) => depth === 1 || open.has(id)).map(({ id }) => id);
}
