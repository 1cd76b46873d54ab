import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { SimilarContribution } from "../queries/similar.server";

/** Contributions that say something similar: a hint, never a hindrance. */
export function SimilarList({ similar }: { similar: readonly SimilarContribution[] }) {
	const t = useText(messages);
	if (similar.length === 0) return null;
	return (
		<Section id="aehnliche" title={t("list.similar")} intro={t("list.similarHint")}>
			<ul>
				{similar.map(({ code, title, excerpt }) => (
					<li key={code}>
						<a href={`/b/${code}`}>{title}</a>
						<p>{excerpt}</p>
					</li>
				))}
			</ul>
		</Section>
	);
}
