import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages } from "./messages";
import type { GroupResult } from "./results.server";

/** Where a concern was discussed, and what came out of it. */
export function GroupResults({ results }: { results: readonly GroupResult[] }) {
	const t = useText(messages);
	if (results.length === 0) return null;
	return (
		<Section id="ergebnis" title={t("title")}>
			<ul>
				{results.map(({ key, takenUp, title, href, kindLabel, state }) => (
					<li key={key}>
						<a href={href}>
							{takenUp ? t("takenUp", { title }) : t("result", { kind: kindLabel, title, state: state ?? "" })}
						</a>
					</li>
				))}
			</ul>
		</Section>
	);
}
