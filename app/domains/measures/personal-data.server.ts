import type { PersonalData } from "~/platform/manifest.server";

/** Reports and exceptions belong to the public record of a measure: they stay, without the name. */
export const personalData: PersonalData = {
	async export(db, personId) {
		const measure = { select: { code: true, title: true } } as const;
		const [reports, exceptions] = await Promise.all([
			db.measureUpdate.findMany({
				where: { authorId: personId },
				orderBy: [{ at: "asc" }, { id: "asc" }],
				select: { progress: true, openProblems: true, nextSteps: true, at: true, measure },
			}),
			db.pilotException.findMany({
				where: { grantedById: personId },
				orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
				select: { reason: true, validFrom: true, validUntil: true, grantedAt: true, measure },
			}),
		]);
		return { measureReports: reports, pilotExceptions: exceptions };
	},

	async erase({ db }, personId) {
		await db.measureUpdate.updateMany({ where: { authorId: personId }, data: { authorId: null } });
		await db.pilotException.updateMany({ where: { grantedById: personId }, data: { grantedById: null } });
	},

	/** Nothing here is kept for a time only. */
	async retain() {
		return 0;
	},
};
