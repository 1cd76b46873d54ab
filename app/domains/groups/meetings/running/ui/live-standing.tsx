import { Section } from "~/design/layout";
import { useLocale, useText } from "~/platform/i18n";
import { messages } from "../../../messages";
import type { Standing } from "../../standing";
import { type Called, standingWords } from "../standing-words";

/**
 * How many are there and whether the group can decide. With scripts the numbers renew themselves, silently: screen readers
 * speak them only when asked (people.md, blind councillor). Without, a link loads them again.
 */
export function LiveStanding({
	standing,
	called,
	source,
	heading = true,
}: {
	standing: Standing;
	called: Called;
	/** Address of the numbers as JSON. */
	source: string;
	heading?: boolean;
}) {
	const t = useText(messages);
	const locale = useLocale();
	const words = (
		<div
			data-island="live-standing"
			data-source={source}
			data-speak={t("standing.speak")}
			data-live={t("standing.live")}
		>
			<ul data-lines>
				{standingWords(locale, standing, called).map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
			<p data-without-script>
				<a href="?">{t("standing.reload")}</a>
			</p>
		</div>
	);
	return heading ? (
		<Section id="stand" title={t("standing.title")}>
			{words}
		</Section>
	) : (
		words
	);
}
