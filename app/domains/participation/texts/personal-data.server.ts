import type { PersonalData } from "~/platform/manifest.server";

/**
 * What an annotation quotes and suggests belongs to the contribution, which stays in public without the name and goes as
 * a draft. Who of the staff worked on a version, a part or a note is forgotten; what they did stays.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		return {
			annotations: await db.annotation.findMany({
				where: { contribution: { authorId: personId } },
				orderBy: { contribution: { createdAt: "asc" } },
				select: {
					quote: true,
					suggestion: true,
					contribution: { select: { code: true } },
					text: { select: { title: true } },
					version: { select: { number: true } },
				},
			}),
			textVersions: await db.textVersion.findMany({
				where: { changedById: personId },
				orderBy: { changedAt: "asc" },
				select: { number: true, changedAt: true, publishedAt: true, text: { select: { title: true } } },
			}),
			partsWeighed: await db.statementSegment.findMany({
				where: { weighedById: personId },
				orderBy: { weighedAt: "asc" },
				select: { vote: true, comment: true, weighedAt: true },
			}),
		};
	},

	async erase({ db }, personId) {
		await db.processText.updateMany({ where: { createdById: personId }, data: { createdById: null } });
		await db.textVersion.updateMany({ where: { changedById: personId }, data: { changedById: null } });
		await db.statementSegment.updateMany({ where: { weighedById: personId }, data: { weighedById: null } });
		await db.annotationCredit.updateMany({ where: { creditedById: personId }, data: { creditedById: null } });
	},

	/** Nothing here ends by itself: drafts go with their contributions. */
	async retain() {
		return 0;
	},
};
