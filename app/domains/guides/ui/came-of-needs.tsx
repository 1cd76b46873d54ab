import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { handlingMessages } from "../concerns/handling-messages";
import { needsMessages } from "../needs-messages";
import type { CameOfNeeds } from "../queries/came-of-needs.server";

/** What became of needs at a place: figures, and the public ones with their results. */
export function CameOfNeedsSection({ needs }: { needs: CameOfNeeds }) {
	const t = useText(needsMessages);
	const h = useText(handlingMessages);
	const { dateLong } = useFormat();
	const { raised, answered, outcomes, examples } = needs;
	return (
		<Section id="ergebnisse" title={t("needs.title")}>
			<p>{raised === 0 ? t("needs.none") : t("needs.counts", { raised, answered })}</p>
			{outcomes.length > 0 && (
				<ul>
					{outcomes.map(({ outcome, count }) => (
						<li key={outcome}>{t("needs.outcome", { outcome: h(`outcomes.${outcome}`), count })}</li>
					))}
				</ul>
			)}
			{examples.length > 0 && (
				<ul>
					{examples.map(({ code, outcome, summary, answeredAt }) => (
						<li key={code}>
							<a href={`/lotsen/anliegen/${code}`}>{summary}</a>
							{` (${[outcome && h(`outcomes.${outcome}`), dateLong(answeredAt)].filter(Boolean).join(", ")})`}
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
