import { type Point, pointText, toPicture } from "~/domains/organisations";
import { type MapBase, mapBase } from "~/domains/organisations/index.server";
import type { View } from "~/platform/world.server";
import { roughPoints } from "./rough-points.server";
import type { OfficeDayView } from "./upcoming.server";

const size = { width: 400, height: 360 } as const;

/** A place where office days are held: its number on the map, if it is on it, and the next day there. */
export type OfficePlace = {
	key: string;
	number: number | null;
	/** Nobody has put it on the map: the point is one of its municipality. */
	rough: boolean;
	at: { x: number; y: number } | null;
	next: OfficeDayView;
};

export type OfficeMap = { base: MapBase | null; places: OfficePlace[] };

const within = ({ x, y }: { x: number; y: number }) => x >= 0 && y >= 0 && x <= size.width && y <= size.height;

/**
 * The places of these office days, each with its next one, and where they lie on the map of the county; what is cancelled or
 * over is no next one. Places nobody put on the map stand about where their municipality is, and are said to; without even
 * that they stand in the table alone.
 */
export async function officeMap(
	view: Pick<View, "db" | "now">,
	ownerId: string,
	days: readonly OfficeDayView[],
): Promise<OfficeMap | null> {
	const coming = days.filter(({ opening }) => !opening.cancelled && opening.closesAt > view.now);
	if (coming.length === 0) return null;
	const owner = await view.db.organisation.findUnique({ where: { id: ownerId }, select: { ars: true } });
	const base = await mapBase(owner?.ars ?? null, size);
	const byPlace = Map.groupBy(coming, ({ municipality, opening }) => `${municipality.id} ${opening.place}`);
	const firsts = [...byPlace].flatMap(([key, [next]]) => (next ? [{ key, next }] : []));
	const position = (point: Point | null) => {
		const at = base && point ? toPicture(point, base.frame) : null;
		return at && within(at) ? at : null;
	};
	// one number for one point: two offices of one house share it
	const numbers = new Map<string, number>();
	const lost = firsts.flatMap(({ next }) => (next.point ? [] : [next.municipality.id]));
	const around = await roughPoints(view, lost);
	const places = firsts.map(({ key, next }): OfficePlace => {
		const rough = next.point === null;
		const known = next.point ?? around.get(next.municipality.id) ?? null;
		const at = position(known);
		if (!at || !known) return { key, next, number: null, rough: false, at: null };
		const point = pointText(known);
		const number = numbers.get(point) ?? numbers.size + 1;
		numbers.set(point, number);
		return { key, next, number, rough, at: { x: Math.round(at.x), y: Math.round(at.y) } };
	});
	return { base: numbers.size > 0 ? base : null, places };
}
