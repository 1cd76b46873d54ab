import { formatFor, type Locale, textFor } from "~/platform/i18n";
import { messages } from "./messages";
import type { NeedsOfReport } from "./queries/of-report.server";

/** What the half-year report says of surveys and reviews, in sentences. */
export function needsInWords(locale: Locale, { surveys, reviews }: NeedsOfReport): string[] {
	const t = textFor(locale, messages);
	const { dateLong } = formatFor(locale);
	if (surveys.length === 0 && reviews.length === 0) return [t("report.none")];
	return [
		...surveys.map(({ year, answeredAt, openUntil }) => {
			if (answeredAt) return t("report.answered", { year: String(year), date: dateLong(answeredAt) });
			if (openUntil) return t("report.running", { year: String(year), date: dateLong(openUntil) });
			return t("report.unanswered", { year: String(year) });
		}),
		...reviews.map(({ heldOn, found, changes, plan, decisionUrl }) =>
			[
				t("report.held", { date: dateLong(heldOn) }),
				t("report.found", { text: found }),
				t("report.changes", { text: changes }),
				...(plan ? [t("report.plan", { name: plan.name, date: dateLong(plan.from) })] : []),
				...(decisionUrl ? [t("report.decision", { url: decisionUrl })] : []),
			].join("\n"),
		),
	];
}
