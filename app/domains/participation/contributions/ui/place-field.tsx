import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import { boxText, pointIn, pointText } from "../place-on-map";
import type { MapBase } from "../queries/place-map.server";
import { textOf } from "./words-fields";

/**
 * A point on the map: press on the picture, type coordinates, or (with scripts) take the place where one is. Without
 * scripts the picture is a button that sends where it was pressed, and the form comes back with the point.
 */
export function PlaceField({
	map,
	place,
	typed,
	at,
	action,
}: {
	map: MapBase;
	/** Slug of the place. */
	place: string;
	typed: Typed;
	at: (field: string) => string | undefined;
	/** Address of the form. */
	action: string;
}) {
	const t = useText(messages);
	const point = pointIn(textOf(typed.punkt));
	const picture = `/o/${place}/karte.svg`;
	return (
		<div
			className="gw-flow"
			id="ort-auf-der-karte"
			data-island="place-on-map"
			data-frame={boxText(map.frame)}
			data-picture={picture}
			data-chosen={t("map.chosen")}
			data-here={t("map.here")}
			data-nowhere={t("map.nowhere")}
			data-move={t("map.move")}
			data-zoom-in={t("map.zoomIn")}
			data-zoom-out={t("map.zoomOut")}
			data-label={t("map.movable", { county: map.county })}
			data-middle={t("map.middle")}
		>
			<p>{t("map.press", { county: map.county })}</p>
			<input
				type="image"
				name="karte"
				className="gw-map-button"
				src={point ? `${picture}?punkt=${pointText(point)}` : picture}
				width={map.frame.width}
				height={map.frame.height}
				alt={t("map.pressLabel", { county: map.county })}
				formAction={`${action}#ort-auf-der-karte`}
			/>
			<TextField
				name="punkt"
				label={t("map.point")}
				hint={t("map.pointHint")}
				value={textOf(typed.punkt)}
				error={at("punkt")}
				optional
			/>
			<p className="gw-muted gw-small">{map.source}</p>
		</div>
	);
}
