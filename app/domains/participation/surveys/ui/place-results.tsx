import { pointText, toPicture } from "~/domains/organisations";
import type { MapBase } from "~/domains/organisations/index.server";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ShownPlace } from "../queries/survey-pages.server";

/** Pins nearer to each other than this are one, in points of the picture. */
const nearest = 20;

type Pin = { x: number; y: number; numbers: number[] };

/** The places in the order of their pins, so that a pin of several names a span of the list. */
function pinned(places: readonly ShownPlace[], map: MapBase | null): { pins: Pin[]; listed: ShownPlace[] } {
	const groups: { x: number; y: number; places: ShownPlace[] }[] = [];
	for (const place of map ? places : []) {
		if (!place.point || !map) continue;
		const { x, y } = toPicture(place.point, map.frame);
		const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < nearest);
		if (near) near.places.push(place);
		else groups.push({ x, y, places: [place] });
	}
	let next = 1;
	const pins = groups.map(({ x, y, places: inside }) => ({ x, y, numbers: inside.map(() => next++) }));
	const onMap = groups.flatMap((group) => group.places);
	return { pins, listed: [...onMap, ...places.filter((place) => !onMap.includes(place))] };
}

/** The places that were named and may be shown: on the map of the county, and in a list with the same numbers. */
export function PlaceResults({ id, places, map }: { id: string; places: readonly ShownPlace[]; map: MapBase | null }) {
	const t = useText(messages);
	const { pins, listed } = pinned(places, map);
	return (
		<>
			{map && pins.length > 0 && (
				<figure className="gw-figure">
					<svg
						className="gw-map"
						viewBox={`0 0 ${map.frame.width} ${map.frame.height}`}
						role="img"
						aria-labelledby={`${id}-karte`}
					>
						<title id={`${id}-karte`}>{t("results.map", { county: map.county })}</title>
						<path className="gw-area gw-area--1" d={map.path} />
						{pins.map(({ x, y, numbers }) => {
							const [first = 0] = numbers;
							const last = first + numbers.length - 1;
							return (
								<g key={first} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
									<circle className="gw-pin" r={last > first ? 14 : 10} />
									<text className="gw-pin__number" y="5" textAnchor="middle">
										{last > first ? `${first}–${last}` : first}
									</text>
								</g>
							);
						})}
					</svg>
					<figcaption className="gw-muted gw-small">{map.source}</figcaption>
				</figure>
			)}
			<ol>
				{listed.map(({ words, point }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the number is the place's name on the map
					<li key={index}>
						{words || t("results.unnamed")}
						{point && <span className="gw-muted"> {pointText(point).replace(",", ", ")}</span>}
					</li>
				))}
			</ol>
		</>
	);
}
