import type { PersonalData } from "~/platform/manifest.server";

/** Resolutions are the council's record: they stay, without who wrote them down. Votes are figures, never names. People of other systems
 * are public there, and kept with name and office only. */
export const personalData: PersonalData = {
	async export(db, personId) {
		const written = await db.resolution.findMany({
			where: { createdById: personId },
			orderBy: [{ createdAt: "asc" }, { id: "asc" }],
			select: { code: true, title: true, createdAt: true },
		});
		const by = { where: { createdById: personId }, orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }] };
		const systems = await db.councilSystem.findMany({ ...by, select: { name: true, createdAt: true } });
		const links = await db.paperLink.findMany({ ...by, select: { title: true, createdAt: true } });
		return { resolutionsWrittenDown: written, councilSystemsNamed: systems, paperLinksAdded: links };
	},

	async erase({ db }, personId) {
		await db.resolution.updateMany({ where: { createdById: personId }, data: { createdById: null } });
		await db.councilSystem.updateMany({ where: { createdById: personId }, data: { createdById: null } });
		await db.paperLink.updateMany({ where: { createdById: personId }, data: { createdById: null } });
	},

	/** Nothing here is kept for a time only. */
	async retain() {
		return 0;
	},
};
