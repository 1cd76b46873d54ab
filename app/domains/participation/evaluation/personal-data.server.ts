import type { PersonalData } from "~/platform/manifest.server";

/** Staff who evaluated: what they wrote stays, without who did it. Nothing here is about citizens. */
export const personalData: PersonalData = {
	async export(db, personId) {
		const [reports, assessments] = await Promise.all([
			db.processReport.findMany({
				where: { changedById: personId },
				orderBy: { changedAt: "asc" },
				select: { text: true, changedAt: true, process: { select: { title: true } } },
			}),
			db.processAssessment.findMany({
				where: { byId: personId },
				orderBy: { at: "asc" },
				select: { principle: true, grade: true, remark: true, at: true, process: { select: { title: true } } },
			}),
		]);
		return { finalReports: reports, processAssessments: assessments };
	},

	async erase({ db }, personId) {
		await db.processReport.updateMany({ where: { changedById: personId }, data: { changedById: null } });
		await db.processAssessment.updateMany({ where: { byId: personId }, data: { byId: null } });
	},

	async retain() {
		return 0;
	},
};
