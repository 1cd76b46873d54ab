import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages as dataMessages } from "../../open-data/messages";
import { messages } from "../messages";

/** The last section of a process's page: its evaluation, as soon as this reader may have it, and its open data. */
export function FiguresAndData({ path, evaluation }: { path: string; evaluation: boolean }) {
	const t = useText(messages);
	const d = useText(dataMessages);
	return (
		<Section id="auswertung" title={d("page.section")}>
			<ul>
				{evaluation && (
					<li>
						<a href={`${path}/auswertung`}>{t("page.link")}</a>
					</li>
				)}
				<li>
					<a href={`${path}/daten`}>{d("page.link")}</a>
				</li>
			</ul>
		</Section>
	);
}
