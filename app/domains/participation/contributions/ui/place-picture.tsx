import { type Point, pointText, toPicture } from "~/domains/organisations";
import type { MapBase } from "~/domains/organisations/index.server";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Where a contribution is about, on the map of the county; the words beside it say the same. */
export function PlacePicture({ map, at, words }: { map: MapBase; at: Point; words: string | null }) {
	const t = useText(messages);
	const { x, y } = toPicture(at, map.frame);
	return (
		<figure className="gw-figure">
			<svg
				className="gw-map gw-map--small"
				viewBox={`0 0 ${map.frame.width} ${map.frame.height}`}
				role="img"
				aria-labelledby="ort-titel"
			>
				<title id="ort-titel">{t("map.place", { county: map.county })}</title>
				<path className="gw-area gw-area--1" d={map.path} />
				<circle className="gw-pin" r="8" cx={x.toFixed(1)} cy={y.toFixed(1)} />
			</svg>
			<figcaption>
				<p>
					{words && `${words} · `}
					{t("map.coordinates", { point: pointText(at).replace(",", ", ") })}
				</p>
				<p className="gw-muted gw-small">{map.source}</p>
			</figcaption>
		</figure>
	);
}
