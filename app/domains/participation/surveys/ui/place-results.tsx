import { useText } from "~/platform/i18n";
import { pointText, toPicture } from "../../contributions/place-on-map";
import type { MapBase } from "../../contributions/queries/place-map.server";
import { messages } from "../messages";
import type { ShownPlace } from "../queries/survey-pages.server";

/** The places that were named and may be shown: on the map of the county, and in a list with the same numbers. */
export function PlaceResults({ id, places, map }: { id: string; places: readonly ShownPlace[]; map: MapBase | null }) {
	const t = useText(messages);
	const numbered = places.map((place, index) => ({ ...place, number: String(index + 1) }));
	return (
		<>
			{map && numbered.some(({ point }) => point !== null) && (
				<figure className="gw-figure">
					<svg
						className="gw-map"
						viewBox={`0 0 ${map.frame.width} ${map.frame.height}`}
						role="img"
						aria-labelledby={`${id}-karte`}
					>
						<title id={`${id}-karte`}>{t("results.map", { county: map.county })}</title>
						<path className="gw-area gw-area--1" d={map.path} />
						{numbered.map(({ point, number }) => {
							if (!point) return null;
							const { x, y } = toPicture(point, map.frame);
							return (
								<g key={number} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
									<circle className="gw-pin" r="9" />
									<text className="gw-pin__number" y="4" textAnchor="middle">
										{number}
									</text>
								</g>
							);
						})}
					</svg>
					<figcaption className="gw-muted gw-small">{map.source}</figcaption>
				</figure>
			)}
			<ol>
				{numbered.map(({ words, point, number }) => (
					<li key={number}>
						{words || t("results.unnamed")}
						{point && <span className="gw-muted"> {pointText(point).replace(",", ", ")}</span>}
					</li>
				))}
			</ol>
		</>
	);
}
