import { formatFor, textFor } from "~/platform/i18n";
import type { Paper, PaperBlock } from "~/platform/typesetting/plain-paper";
import type { View } from "~/platform/world.server";
import { handlingMessages } from "../concerns/handling-messages";
import { messages as guideMessages } from "../messages";
import { needsInWords } from "../needs-survey/in-words.server";
import { messages as surveyMessages } from "../needs-survey/messages";
import { messages } from "./messages";
import type { HalfYearReport } from "./queries/report.server";

/** The half-year report of a municipality as a paper, with the same contents as its page. */
export function reportPaper({ locale, now }: Pick<View, "locale" | "now">, report: HalfYearReport): Paper {
	const t = textFor(locale, messages);
	const g = textFor(locale, guideMessages);
	const h = textFor(locale, handlingMessages);
	const s = textFor(locale, surveyMessages);
	const { dateLong, date } = formatFor(locale);
	const { municipality, period, counts, raised, declined, news, needs } = report;
	const yes = (moment: Date | null) => (moment ? date(moment) : "–");
	const heading = (text: string): PaperBlock => ({ kind: "heading", level: 1, text });
	const halfYear = t("report.halfYear", { half: period.half === 1 ? "1" : "2", year: String(period.year) });
	return {
		title: t("report.titleOf", { municipality: municipality.name, halfYear }),
		above: report.place.name,
		author: report.place.name,
		language: locale,
		footer: t("report.footer", { date: dateLong(now) }),
		blocks: [
			...(period.isOver ? [] : [{ kind: "text" as const, text: t("report.running") }]),
			{ kind: "text", text: t("report.counts", counts) },
			heading(t("report.raised")),
			raised.length === 0
				? { kind: "text", text: t("report.nothingRaised") }
				: {
						kind: "table",
						caption: null,
						header: [t("report.concern"), t("report.about"), t("report.result")],
						weights: [2, 3, 4],
						rows: raised.map((one) => [
							{
								lines: [`${g(`kinds.${one.kind}`)} ${one.code}`, date(one.capturedAt)],
								strongFirst: true,
							},
							[one.topic ?? g("concern.unknown"), one.text].filter(Boolean).join("\n"),
							[
								one.outcome ? h(`outcomes.${one.outcome}`) : g(`states.${one.state}`),
								one.summary,
								...one.came.map(({ kind, title, state }) => [`${kind}: ${title}`, state].filter(Boolean).join(" – ")),
							]
								.filter(Boolean)
								.join("\n"),
						]),
					},
			heading(t("report.declined")),
			declined.length === 0
				? { kind: "text", text: t("report.nothingDeclined") }
				: {
						kind: "list",
						items: declined.map(({ kind, code, topic, summary }) =>
							t("report.declinedEntry", {
								concern: `${g(`kinds.${kind}`)} ${code}`,
								topic: topic ?? g("concern.unknown"),
								reason: summary ?? "",
							}),
						),
					},
			heading(t("report.news")),
			news.length === 0
				? { kind: "text", text: t("report.noNews") }
				: {
						kind: "table",
						caption: null,
						header: [t("report.newsTitle"), t("report.confirmed"), t("report.raisedAt"), t("report.discussed")],
						weights: [4, 1, 1, 1],
						rows: news.map((one) => [one.title, yes(one.confirmedAt), yes(one.raisedAt), yes(one.discussedAt)]),
					},
			heading(s("report.title")),
			...needsInWords(locale, needs).map((text): PaperBlock => ({ kind: "text", text })),
		],
	};
}
