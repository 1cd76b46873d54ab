import { personIdOf } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import type { Manifest, Subject, SubjectView } from "~/platform/manifest.server";
import { mayReadProcess } from "../processes/index.server";
import { messages } from "./messages";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { displayRuns } from "./planning";
import { documentsArePublic, mayManagePlanning } from "./policy.server";
import { dayNow, planningOf } from "./queries/find-planning.server";

/** A plan, by the id of its process. Its documents are everybody's from the first day of a display on. */
const planningSubject: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const found = await Promise.all(
			ids.map(async (id): Promise<[string, SubjectView][]> => {
				const planning = await planningOf(view, id);
				const space = planning?.process.organisation.space;
				if (!planning || !space || !mayReadProcess(view.actor, planning.process, view.now)) return [];
				return [
					[
						id,
						{
							id,
							title: planning.name || planning.process.title,
							href: `/o/${space.slug}/beteiligung/${planning.process.slug}/bauleitplanung`,
							kindLabel: t("kind"),
							state: null,
							at: planning.process.publishedAt,
							organisationId: planning.organisationId,
						},
					],
				];
			}),
		);
		return new Map(found.flat());
	},

	async mayReadFiles(view, id) {
		const planning = await planningOf(view, id);
		if (!planning) return false;
		if (mayManagePlanning(view.actor, planning)) return true;
		return (
			mayReadProcess(view.actor, planning.process, view.now) && documentsArePublic(planning.displays, dayNow(view))
		);
	},

	async mayWriteFiles(view, id) {
		const planning = await planningOf(view, id);
		return planning !== null && mayManagePlanning(view.actor, planning) && !displayRuns(planning, dayNow(view));
	},
};

/** A statement: published nowhere; its attachments are the office's and of whoever made it with an account. */
const statementSubject: Subject = {
	async resolve() {
		return new Map();
	},

	async mayReadFiles(view, id) {
		const row = await view.db.planningStatement.findUnique({
			where: { id },
			select: { authorId: true, planning: { select: { organisationId: true } } },
		});
		if (!row) return false;
		return (
			(row.authorId !== null && personIdOf(view.actor) === row.authorId) || mayManagePlanning(view.actor, row.planning)
		);
	},
};

/** What the domain participation joins into its manifest. */
export const manifest: Manifest = {
	domain: "participation",
	subjects: { planning: planningSubject, "planning-statement": statementSubject },
	notices,
	personalData,
};
