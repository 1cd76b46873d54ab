import { type Point, pointOf } from "~/domains/organisations";
import { middleOf } from "~/domains/organisations/index.server";
import type { View } from "~/platform/world.server";

/**
 * About where something in these municipalities lies, as long as nobody has put it on the map: where other office days are
 * held there (the latest series that has a point), else the middle of an independent city, whose border the house knows. The
 * register has no coordinates, so for other places there is none.
 */
export async function roughPoints(
	{ db }: Pick<View, "db">,
	municipalityIds: readonly string[],
): Promise<Map<string, Point>> {
	if (municipalityIds.length === 0) return new Map();
	const within = { in: [...municipalityIds] };
	const [series, cities] = await Promise.all([
		db.officeSeries.findMany({
			where: { municipalityId: within, latitude: { not: null } },
			select: { municipalityId: true, latitude: true, longitude: true },
			orderBy: [{ createdAt: "asc" }, { id: "asc" }],
			take: 1000,
		}),
		db.organisation.findMany({
			where: { id: within, kind: "INDEPENDENT_CITY" },
			select: { id: true, ars: true },
			orderBy: { id: "asc" },
		}),
	]);
	const points = new Map<string, Point>();
	for (const { id, ars } of cities) {
		const middle = await middleOf(ars);
		if (middle) points.set(id, middle);
	}
	for (const { municipalityId, ...stored } of series) {
		const point = pointOf(stored);
		if (point) points.set(municipalityId, point);
	}
	return points;
}
