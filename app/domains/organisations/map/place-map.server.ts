import type { View } from "~/platform/world.server";
import { type Outline, outlineOf, outlineSource } from "./outlines.server";
import { type Box, type Frame, frameAround, type Point, toPicture } from "./place-on-map";

/** A map ready to be drawn: which part of the earth it shows, and the border of the county as an SVG path. */
export type MapBase = { frame: Frame; path: string; county: string; source: string };

/** Size of the map in which one chooses a place; never scaled without scripts, so that a press meets what was meant. */
const choosingSize = { width: 280, height: 252 } as const;

/** The border in a picture, to a tenth of a point. */
function pathIn({ rings }: Outline, frame: Frame): string {
	return rings
		.map((ring) => {
			const points = ring.map(([longitude, latitude]) => {
				const { x, y } = toPicture({ longitude, latitude }, frame);
				return `${x.toFixed(1)} ${y.toFixed(1)}`;
			});
			return `M${points.join("L")}Z`;
		})
		.join("");
}

function withMargin({ west, south, east, north }: Box): Box {
	const [x, y] = [(east - west) * 0.04, (north - south) * 0.04];
	return { west: west - x, south: south - y, east: east + x, north: north + y };
}

/** The map of a county, or of a part of it. Null where the organisation lies in no county that we know. */
export async function mapBase(
	ars: string | null,
	{ width, height }: { width: number; height: number },
	part: Box | null = null,
): Promise<MapBase | null> {
	const outline = await outlineOf(ars);
	if (!outline) return null;
	const frame = frameAround(part ?? withMargin(outline.box), width, height);
	return { frame, path: pathIn(outline, frame), county: outline.name, source: outlineSource };
}

/** The middle of the county or independent city in which an organisation lies; null where we know no border of it. */
export async function middleOf(ars: string | null): Promise<Point | null> {
	const outline = await outlineOf(ars);
	if (!outline) return null;
	const { west, south, east, north } = outline.box;
	return { latitude: Number(((south + north) / 2).toFixed(5)), longitude: Number(((west + east) / 2).toFixed(5)) };
}

/** The map around a place, small: for choosing a point, and for showing one. */
export async function placeMap(view: View, slug: string): Promise<MapBase | null> {
	const space = await view.db.space.findUnique({
		where: { slug },
		select: { openedAt: true, organisation: { select: { ars: true } } },
	});
	return space && space.openedAt <= view.now ? mapBase(space.organisation.ars, choosingSize) : null;
}
