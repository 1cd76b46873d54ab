import type { PersonalData } from "~/platform/manifest.server";

const days = 2;

/**
 * Files that were sent and not taken over go after two days. Authors of another platform are text only and belong to no
 * person here; a moderator can hide what they ask for.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		return {
			importFiles: await db.importFile.findMany({
				where: { sentById: personId },
				orderBy: { sentAt: "asc" },
				select: { name: true, sentAt: true },
			}),
		};
	},

	async erase({ db }, personId) {
		await db.importFile.updateMany({ where: { sentById: personId }, data: { sentById: null } });
	},

	async retain({ db, now }) {
		const { count } = await db.importFile.deleteMany({
			where: { sentAt: { lt: new Date(now.getTime() - days * 24 * 60 * 60 * 1000) } },
		});
		return count;
	},
};
