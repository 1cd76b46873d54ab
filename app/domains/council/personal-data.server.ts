import type { PersonalData } from "~/platform/manifest.server";

/** Resolutions are the council's record: they stay, without who wrote them down. Votes are figures, never names. */
export const personalData: PersonalData = {
	async export(db, personId) {
		const written = await db.resolution.findMany({
			where: { createdById: personId },
			orderBy: [{ createdAt: "asc" }, { id: "asc" }],
			select: { code: true, title: true, createdAt: true },
		});
		return { resolutionsWrittenDown: written };
	},

	async erase({ db }, personId) {
		await db.resolution.updateMany({ where: { createdById: personId }, data: { createdById: null } });
	},

	/** Nothing here is kept for a time only. */
	async retain() {
		return 0;
	},
};
