import { type Locale, textFor } from "~/platform/i18n";
import { staffMessages } from "../staff-messages";

/** The entries for the list of a process's staff pages. */
export function evaluationTasks(
	locale: Locale,
	{ slug, place }: { slug: string; place: { slug: string } },
): { title: string; href: string; hint?: string }[] {
	const t = textFor(locale, staffMessages);
	const work = `/o/${place.slug}/verwaltung/beteiligung/${slug}/auswertung`;
	return [
		{
			title: t("manage.evaluation"),
			href: `/o/${place.slug}/beteiligung/${slug}/auswertung`,
			hint: t("manage.evaluationHint"),
		},
		{ title: t("assessment.title"), href: `${work}/selbsteinschaetzung` },
		{ title: t("report.title"), href: `${work}/bericht` },
	];
}
