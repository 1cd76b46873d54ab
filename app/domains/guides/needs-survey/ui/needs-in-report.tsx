import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { Paragraphs } from "../../ui/paragraphs";
import { messages } from "../messages";
import type { NeedsOfReport } from "../queries/of-report.server";

/** The part of the half-year report about surveys and reviews. */
export function NeedsInReport({ needs: { surveys, reviews } }: { needs: NeedsOfReport }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<Section id="bedarf" title={t("report.title")}>
			{surveys.length === 0 && reviews.length === 0 && <p>{t("report.none")}</p>}
			{surveys.map(({ year, answeredAt, openUntil }) => (
				<p key={year}>
					{answeredAt
						? t("report.answered", { year: String(year), date: dateLong(answeredAt) })
						: openUntil
							? t("report.running", { year: String(year), date: dateLong(openUntil) })
							: t("report.unanswered", { year: String(year) })}
				</p>
			))}
			{reviews.map(({ id, heldOn, found, changes, plan, decisionUrl }) => (
				<article key={id} className="gw-flow">
					<h3>{t("report.held", { date: dateLong(heldOn) })}</h3>
					<Paragraphs text={t("report.found", { text: found })} />
					<Paragraphs text={t("report.changes", { text: changes })} />
					{plan && <p>{t("report.plan", { name: plan.name, date: dateLong(plan.from) })}</p>}
					{decisionUrl && (
						<p>
							<a href={decisionUrl}>{t("report.decision", { url: decisionUrl })}</a>
						</p>
					)}
				</article>
			))}
		</Section>
	);
}
