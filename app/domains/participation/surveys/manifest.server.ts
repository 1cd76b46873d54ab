import { textFor } from "~/platform/i18n";
import type { Manifest, Subject, SubjectView } from "~/platform/manifest.server";
import { mayReadProcess } from "../processes/index.server";
import { messages } from "./messages";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { mayReadAnswerFiles } from "./policy.server";
import { surveyById, surveyPath } from "./queries/find-survey.server";
import { storedQuestion } from "./question";

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

	async searchText(db, id) {
		const row = await db.survey.findUnique({
			where: { id },
			include: { process: { select: { title: true, publishedAt: true, binnedAt: true } } },
		});
		if (!row?.process.publishedAt || row.process.binnedAt) return null;
		const questions = storedQuestion.array().parse(row.questions);
		return {
			ownerId: row.organisationId,
			isPublic: true,
			title: row.title,
			body: [row.intro, ...questions.map(({ title }) => title), row.resultNote, row.code, row.process.title]
				.filter(Boolean)
				.join("\n"),
			at: row.process.publishedAt,
		};
	},

	async findByCode(view, code) {
		const row = await view.db.survey.findUnique({ where: { code }, select: { id: true } });
		return row?.id ?? null;
	},
};

/** A filled-in form: it has no page of its own, only files that somebody may open. */
const answer: Subject = {
	async resolve() {
		return new Map();
	},

	async mayReadFiles(view, id) {
		const row = await view.db.surveyAnswer.findUnique({ where: { id }, select: { surveyId: true, personId: true } });
		return row !== null && mayReadAnswerFiles(view.actor, (await surveyById(view, row.surveyId)).process, row.personId);
	},
};

/** Answers change nothing of what a survey is found by. */
function surveyIsNamedBy(type: string, kind: string): boolean {
	return kind === "survey" && /\.(begun|changed|result-told|announced)$/.test(type);
}

/** What the domain participation joins into its manifest. */
export const manifest: Manifest = {
	domain: "participation",
	subjects: { survey, "survey-answer": answer },
	notices,
	reindex: ({ type, subject }) => (surveyIsNamedBy(type, subject.kind) ? [subject] : []),
	personalData,
};
