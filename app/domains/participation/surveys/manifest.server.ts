import { textFor } from "~/platform/i18n";
import type { Manifest, Subject, SubjectView } from "~/platform/manifest.server";
import { mayReadProcess } from "../processes/index.server";
import { messages } from "./messages";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { surveyById, surveyPath } from "./queries/find-survey.server";

/** A survey; found by its title and its questions. */
const survey: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const rows = await view.db.survey.findMany({ where: { id: { in: ids } }, select: { id: true } });
		const found = await Promise.all(rows.map(({ id }) => surveyById(view, id)));
		return new Map(
			found
				.filter(({ process }) => mayReadProcess(view.actor, process, view.now))
				.map((one): [string, SubjectView] => [
					one.id,
					{
						id: one.id,
						title: one.title,
						href: surveyPath(one),
						kindLabel: t("kind"),
						state: null,
						at: one.process.publishedAt,
						organisationId: one.organisationId,
					},
				]),
		);
	},

	async findByCode(view, code) {
		const row = await view.db.survey.findUnique({ where: { code }, select: { id: true } });
		return row?.id ?? null;
	},
};

/** What the domain participation joins into its manifest. */
export const manifest: Manifest = { domain: "participation", subjects: { survey }, notices, personalData };
