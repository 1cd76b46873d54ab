import { textFor } from "~/platform/i18n";
import type { Manifest } from "~/platform/manifest.server";
import { letterMessages } from "./letter-messages";

/** The result goes to everybody who asked for it, once. */
export const notices: NonNullable<Manifest["notices"]> = {
	"participation.survey.result-told": async (db, { subject }) => {
		const survey = await db.survey.findUnique({
			where: { id: subject.id },
			include: {
				listeners: true,
				process: { select: { slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
			},
		});
		const place = survey?.process.organisation.space?.slug;
		if (!survey || !place) return [];
		return survey.listeners.flatMap(({ personId, email, locale }) => {
			const language = locale === "en" ? "en" : "de";
			const t = textFor(language, letterMessages);
			const to = personId ? { personId } : email ? { email, locale: language as "de" | "en" } : null;
			if (!to) return [];
			return [
				{
					to,
					kind: "service" as const,
					subject: t("told.subject", { title: survey.title }),
					paragraphs: [t("greeting"), t("told.text", { title: survey.title }), survey.resultNote ?? ""],
					action: {
						path: `/o/${place}/beteiligung/${survey.process.slug}/umfrage/${survey.position}/ergebnis`,
						label: t("told.button"),
					},
					because: t("told.because"),
				},
			];
		});
	},
};
