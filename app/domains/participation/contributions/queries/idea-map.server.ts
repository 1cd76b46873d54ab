import { type Box, toPicture } from "~/domains/organisations";
import { type MapBase, mapBase } from "~/domains/organisations/index.server";
import type { View } from "~/platform/world.server";
import type { ListFilter } from "../list-filter";
import { listedWhere } from "./listed-where.server";

/** The map shows its contributions in this many columns and rows of cells; what shares one is one pin with a number. */
const cells = { across: 10, down: 9 } as const;
const size = { width: 400, height: 360 } as const;
/** A part of the map is not made smaller than this, in degrees (about 300 metres). */
const smallest = 0.003;

/** One pin: a single contribution, or several with the part of the map in which they lie. */
export type Pin = { x: number; y: number } & ({ count: 1; code: string; title: string } | { count: number; area: Box });
export type IdeaMap = MapBase & { pins: Pin[]; placed: number };

type Row = {
	count: number;
	west: number;
	east: number;
	south: number;
	north: number;
	/** Of what stands alone. */
	code: string | null;
	title: string | null;
};

/**
 * The map of a process under the same filter as its list. SQL, because it gathers ten thousand points into at most ninety
 * pins, from an index alone; only what stands by itself is looked up by name. Null where there is no map, or nothing of the process has a place.
 */
export async function ideaMap(view: View, processId: string, filter: ListFilter): Promise<IdeaMap | null> {
	const process = await view.db.process.findUniqueOrThrow({
		where: { id: processId },
		select: { organisation: { select: { ars: true } } },
	});
	const base = await mapBase(process.organisation.ars, size, filter.area);
	if (!base) return null;
	const { frame } = base;
	const where = listedWhere(processId, filter);
	const wide = (frame.east - frame.west) / cells.across;
	const high = (frame.north - frame.south) / cells.down;
	const rows = await view.db.$queryRaw<Row[]>`
		WITH pin AS (
			SELECT count(*)::int AS count, min(c.longitude) AS west, max(c.longitude) AS east, min(c.latitude) AS south,
				max(c.latitude) AS north
			FROM contribution c
			WHERE ${where} AND c.longitude BETWEEN ${frame.west} AND ${frame.east}
				AND c.latitude BETWEEN ${frame.south} AND ${frame.north}
				AND c.published_at IS NOT NULL AND c.hidden_at IS NULL
			GROUP BY floor((c.longitude - ${frame.west}) / ${wide}), floor((c.latitude - ${frame.south}) / ${high})
		)
		SELECT pin.*, single.code, single.title FROM pin LEFT JOIN LATERAL (
			SELECT c.code, c.title FROM contribution c
			WHERE pin.count = 1 AND ${where} AND c.longitude = pin.west AND c.latitude = pin.south
				AND c.published_at IS NOT NULL AND c.hidden_at IS NULL
			LIMIT 1
		) single ON true
		ORDER BY south DESC, west`;
	if (rows.length === 0 && !filter.area) return null;
	return {
		...base,
		pins: rows.map((row) => pinOf(row, base)),
		placed: rows.reduce((sum, { count }) => sum + count, 0),
	};
}

function pinOf(row: Row, { frame }: MapBase): Pin {
	const middle = { longitude: (row.west + row.east) / 2, latitude: (row.south + row.north) / 2 };
	const { x, y } = toPicture(middle, frame);
	const at = { x: Math.round(x), y: Math.round(y) };
	if (row.code !== null && row.title !== null) return { ...at, count: 1, code: row.code, title: row.title };
	const [padX, padY] = [pad(row.east - row.west), pad(row.north - row.south)];
	return {
		...at,
		count: row.count,
		area: { west: row.west - padX, east: row.east + padX, south: row.south - padY, north: row.north + padY },
	};
}

function pad(length: number): number {
	return Math.max(length * 0.05, (smallest - length) / 2, 0.0001);
}
