import { geoIdentity, geoPath } from "d3-geo";
import type { ReactNode } from "react";
import { useText } from "~/platform/i18n";
import { messages } from "./messages";
import { Picture } from "./picture";
import { pictureId } from "./svg-text";

type Ring = readonly (readonly [number, number])[];
/** GeoJSON geometry in degrees (WGS 84, RFC 7946). */
export type AreaGeometry =
	| { type: "Polygon"; coordinates: readonly Ring[] }
	| { type: "MultiPolygon"; coordinates: readonly (readonly Ring[])[] };
export type MapArea = {
	id: string;
	name: string;
	geometry: AreaGeometry;
	href?: string;
	/** 0 (plain) to 3 (strongest). The list says the same in `text`. */
	weight?: 0 | 1 | 2 | 3;
	text?: string;
};
/** A place; it carries its number in the list. Longitude, latitude in degrees. */
export type MapPoint = { id: string; name: string; at: readonly [number, number]; href?: string; text?: ReactNode };

const WIDTH = 400;
const HEIGHT = 360;

/** Degrees of longitude are shorter in the north: scaled by the cosine of the middle latitude, enough for one county. */
function flatten(areas: readonly MapArea[], points: readonly MapPoint[]) {
	const rings = areas.flatMap(({ geometry }) =>
		geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat(),
	);
	const latitudes = [...rings.flat().map(([, lat]) => lat), ...points.map(({ at }) => at[1])];
	let low = 90;
	let high = -90;
	for (const lat of latitudes) {
		low = Math.min(low, lat);
		high = Math.max(high, lat);
	}
	const factor = latitudes.length ? Math.cos((((low + high) / 2) * Math.PI) / 180) : 1;
	const flat = ([lon, lat]: readonly [number, number]): [number, number] => [lon * factor, lat];
	const polygons = (geometry: AreaGeometry) =>
		(geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map((polygon) =>
			polygon.map((ring) => ring.map(flat)),
		);
	return {
		flat,
		shape: (geometry: AreaGeometry) => ({ type: "MultiPolygon" as const, coordinates: polygons(geometry) }),
	};
}

/** Outlines of areas and numbered places, drawn on the server, and the same as a list with links. */
export function OutlineMap({
	title,
	description,
	areas,
	points = [],
	source,
}: {
	title: string;
	description: string;
	areas: readonly MapArea[];
	points?: readonly MapPoint[];
	/** Where the outlines come from and under which licence. */
	source?: string;
}) {
	const t = useText(messages);
	const { flat, shape } = flatten(areas, points);
	const everything = {
		type: "GeometryCollection" as const,
		geometries: [
			...areas.map((area) => shape(area.geometry)),
			{ type: "MultiPoint" as const, coordinates: points.map((point) => flat(point.at)) },
		],
	};
	const projection = geoIdentity()
		.reflectY(true)
		.fitExtent(
			[
				[14, 14],
				[WIDTH - 14, HEIGHT - 14],
			],
			everything,
		);
	const path = geoPath(projection);
	const weighty = areas.filter((area) => area.text || area.href);
	return (
		<Picture
			id={pictureId(title)}
			title={title}
			description={description}
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			equal={
				<div className="gw-flow">
					{points.length > 0 && (
						<>
							<p className="gw-figure__title">{t("map.points")}</p>
							<ol className="gw-map-list">
								{points.map((point, index) => (
									<li key={point.id}>
										<span className="gw-map-number" aria-hidden="true">
											{index + 1}
										</span>
										<span>
											{point.href ? <a href={point.href}>{point.name}</a> : point.name}
											{point.text && <span className="gw-muted"> – {point.text}</span>}
										</span>
									</li>
								))}
							</ol>
						</>
					)}
					{weighty.length > 0 && (
						<>
							<p className="gw-figure__title">{t("map.areas")}</p>
							<ul className="gw-map-list">
								{weighty.map((area) => (
									<li key={area.id}>
										<span>
											{area.href ? <a href={area.href}>{area.name}</a> : area.name}
											{area.text && <span className="gw-muted"> – {area.text}</span>}
										</span>
									</li>
								))}
							</ul>
						</>
					)}
					{source && <p className="gw-muted gw-small">{source}</p>}
				</div>
			}
		>
			{areas.map((area) => (
				<path key={area.id} className={`gw-area gw-area--${area.weight ?? 0}`} d={path(shape(area.geometry)) ?? ""} />
			))}
			{points.map((point, index) => {
				const place = projection(flat(point.at));
				return (
					place && (
						<g key={point.id} transform={`translate(${place[0].toFixed(1)} ${place[1].toFixed(1)})`}>
							<circle className="gw-pin" r="12" />
							<text className="gw-pin__number" y="5" textAnchor="middle">
								{index + 1}
							</text>
						</g>
					)
				);
			})}
		</Picture>
	);
}
