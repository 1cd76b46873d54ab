import { z } from "zod";
import type { Box } from "./place-on-map";

/** Longitude and latitude in degrees. */
type Ring = [number, number][];
/** The border of a county: all its rings, and the part of the map that it takes. */
export type Outline = { name: string; rings: Ring[]; box: Box };

/** Whose borders these are, to be shown with every map (outlines/README.md). */
export const outlineSource = "© GeoBasis-DE / BKG 2021, dl-de/by-2-0 (Daten verändert)";

const ring = z.array(z.tuple([z.number(), z.number()]));
const collection = z.object({
	features: z.array(
		z.object({
			properties: z.object({ ARS: z.string(), GEN: z.string() }),
			geometry: z.discriminatedUnion("type", [
				z.object({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
				z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
			]),
		}),
	),
});

let outlines: Promise<Map<string, Outline>> | undefined;

async function read(): Promise<Map<string, Outline>> {
	const { default: text } = await import("./outlines/kreise.geojson?raw");
	const { features } = collection.parse(JSON.parse(text));
	const byCounty = new Map<string, Outline>();
	for (const { properties, geometry } of features) {
		const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
		// a county in two features (its part on the water) is one county
		const known = byCounty.get(properties.ARS)?.rings ?? [];
		const all = [...known, ...rings];
		byCounty.set(properties.ARS, { name: properties.GEN, rings: all, box: boxOf(all) });
	}
	return byCounty;
}

function boxOf(rings: readonly Ring[]): Box {
	const box = { west: 180, south: 90, east: -180, north: -90 };
	for (const [longitude, latitude] of rings.flat()) {
		box.west = Math.min(box.west, longitude);
		box.east = Math.max(box.east, longitude);
		box.south = Math.min(box.south, latitude);
		box.north = Math.max(box.north, latitude);
	}
	return box;
}

/**
 * The border of the county in which an organisation lies; read once, when the first map is asked for.
 * @param ars its Regionalschlüssel: a county's own five digits, or those of a place inside it
 * @returns null for organisations without one, and for Länder
 */
export async function outlineOf(ars: string | null): Promise<Outline | null> {
	if (!ars || ars.length < 5) return null;
	outlines ??= read();
	return (await outlines).get(ars.slice(0, 5)) ?? null;
}
