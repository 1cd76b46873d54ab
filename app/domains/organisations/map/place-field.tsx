import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { typedText } from "../ui/typed";
import { messages } from "./messages";
import type { MapBase } from "./place-map.server";
import { boxText, pointIn, pointText } from "./place-on-map";

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
	prefix = "",
}: {
	map: MapBase;
	/** Slug of the place. */
	place: string;
	typed: Typed;
	at: (field: string) => string | undefined;
	/** Address of the form. */
	action: string;
	/** Begins the names of its fields where a form asks for several places. */
	prefix?: string;
}) {
	const t = useText(messages);
	const [name, id] = [`${prefix}punkt`, `${prefix}ort-auf-der-karte`];
	const point = pointIn(typedText(typed, name));
	const picture = `/o/${place}/karte.svg`;
	return (
		<div
			className="gw-flow"
			id={id}
			data-island="place-on-map"
			data-frame={boxText(map.frame)}
			data-picture={picture}
			data-chosen={t("chosen")}
			data-here={t("here")}
			data-nowhere={t("nowhere")}
			data-move={t("move")}
			data-zoom-in={t("zoomIn")}
			data-zoom-out={t("zoomOut")}
			data-label={t("movable", { county: map.county })}
			data-middle={t("middle")}
		>
			<p>{t("press", { county: map.county })}</p>
			<input
				type="image"
				name={`${prefix}karte`}
				className="gw-map-button"
				src={point ? `${picture}?punkt=${pointText(point)}` : picture}
				width={map.frame.width}
				height={map.frame.height}
				alt={t("pressLabel", { county: map.county })}
				formAction={`${action}#${id}`}
			/>
			<TextField
				name={name}
				label={t("point")}
				hint={t("pointHint")}
				value={typedText(typed, name)}
				error={at(name)}
				optional
			/>
			<p className="gw-muted gw-small">{map.source}</p>
		</div>
	);
}
