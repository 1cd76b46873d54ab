import type { PersonalData } from "~/platform/manifest.server";

/** Who checked a project; voters and ballots belong to `ballots`. */
export const personalData: PersonalData = {
	async export(db, personId) {
		return {
			budgetChecks: await db.budgetProject.findMany({
				where: { checkedById: personId },
				select: { title: true, feasibility: true, checkedAt: true },
			}),
		};
	},

	async erase({ db }, personId) {
		await db.budgetProject.updateMany({ where: { checkedById: personId }, data: { checkedById: null } });
	},

	async retain() {
		return 0;
	},
};
