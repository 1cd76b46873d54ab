import type { Manifest } from "~/platform/manifest.server";

/** Hand-over sheets belong to the council's papers: they stay, without who wrote them. */
export const manifest: Manifest = {
	domain: "participation",
	personalData: {
		async export(db, personId) {
			const sheets = await db.councilSheet.findMany({
				where: { changedById: personId },
				orderBy: [{ changedAt: "asc" }, { id: "asc" }],
				select: { subjectKind: true, body: true, changedAt: true },
			});
			return { councilSheets: sheets };
		},
		async erase({ db }, personId) {
			await db.councilSheet.updateMany({ where: { changedById: personId }, data: { changedById: null } });
		},
		async retain() {
			return 0;
		},
	},
};
