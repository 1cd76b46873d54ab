import { useText } from "~/platform/i18n";
import { hrefWith, type ListFilter } from "../list-filter";
import { messages } from "../messages";
import type { IdeaMap as IdeaMapData } from "../queries/idea-map.server";

/** The map of a process: pins with numbers lead into a part of the map, single ones to their contribution. */
export function IdeaMap({ map, filter, path }: { map: IdeaMapData; filter: ListFilter; path: string }) {
	const t = useText(messages);
	const { width, height } = map.frame;
	return (
		<figure className="gw-figure">
			{/* biome-ignore lint/a11y/useSemanticElements: a drawing with links inside is no fieldset */}
			<svg className="gw-map" viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby="karte-titel karte-text">
				<title id="karte-titel">{t("map.title", { county: map.county })}</title>
				<desc id="karte-text">{t("map.description", { count: map.placed })}</desc>
				<path className="gw-area gw-area--1" d={map.path} />
				{map.pins.map((pin) => {
					const key = `${pin.x}:${pin.y}`;
					const transform = `translate(${pin.x} ${pin.y})`;
					return "code" in pin ? (
						<a key={key} href={`/b/${pin.code}`} aria-label={pin.title}>
							<g transform={transform}>
								<circle className="gw-pin__reach" r="14" />
								<circle className="gw-pin" r="8" />
							</g>
						</a>
					) : (
						<a
							key={key}
							href={hrefWith(path, { ...filter, area: pin.area, page: 1 }, "karte")}
							aria-label={t("map.several", { count: String(pin.count) })}
						>
							<g transform={transform}>
								<circle className="gw-pin" r="14" />
								<text className="gw-pin__number" y="5" textAnchor="middle">
									{pin.count}
								</text>
							</g>
						</a>
					);
				})}
			</svg>
			<figcaption>
				<p>{t("map.placed", { count: map.placed })}</p>
				{filter.area && (
					<p>
						<a href={hrefWith(path, { ...filter, area: null, page: 1 }, "karte")}>{t("map.whole")}</a>
					</p>
				)}
				<p className="gw-muted gw-small">{map.source}</p>
			</figcaption>
		</figure>
	);
}
