import { useText } from "~/platform/i18n";
import type { Look } from "../look";
import { messages } from "../work-messages";

/** A place in its colour. A picture, because the page's own colours stay as they are until it is saved. */
export function ColourPreview({ look: { accent, onAccent }, name }: { look: Look; name: string }) {
	const t = useText(messages);
	return (
		<svg viewBox="0 0 320 180" width="320" role="img" aria-labelledby="farbe-titel farbe-text">
			<title id="farbe-titel">{t("colour.pictureTitle", { colour: accent })}</title>
			<desc id="farbe-text">{t("colour.pictureText")}</desc>
			<rect width="320" height="180" fill="#ffffff" stroke="#6b7280" />
			<rect width="320" height="44" fill={accent} />
			<text x="16" y="28" fill={onAccent} fontSize="17" fontWeight="600">
				{name.length > 30 ? `${name.slice(0, 29)}…` : name}
			</text>
			<text x="16" y="78" fill={accent} fontSize="15" textDecoration="underline">
				{t("colour.link")}
			</text>
			<rect x="160" y="56" width="144" height="36" fill="#f2f3f8" />
			<text x="172" y="79" fill={accent} fontSize="15" textDecoration="underline">
				{t("colour.link")}
			</text>
			<rect x="16" y="116" width="140" height="42" rx="4" fill={accent} />
			<text x="86" y="142" fill={onAccent} fontSize="15" textAnchor="middle">
				{t("colour.button")}
			</text>
		</svg>
	);
}
