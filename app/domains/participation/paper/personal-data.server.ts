import type { PersonalData } from "~/platform/manifest.server";

/**
 * Those who wrote on paper have no account: their names and addresses go by the sweep, or at once when they ask for it
 * (page "Antwort per Brief oder Anruf"). What stands here is who of the administration typed, printed and called.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		const [entries, calls] = await Promise.all([
			db.paperEntry.findMany({
				where: { enteredById: personId, importId: null },
				orderBy: { enteredAt: "asc" },
				select: { enteredAt: true, contribution: { select: { code: true } }, comment: { select: { code: true } } },
			}),
			db.paperReply.findMany({
				where: { toldById: personId },
				orderBy: { id: "asc" },
				select: {
					way: true,
					toldAt: true,
					entry: {
						select: { contribution: { select: { code: true } }, comment: { select: { code: true } } },
					},
				},
			}),
		]);
		return { paperEntered: entries, paperAnswersGiven: calls };
	},

	async erase({ db }, personId) {
		await db.paperEntry.updateMany({ where: { enteredById: personId }, data: { enteredById: null } });
		await db.paperReply.updateMany({ where: { toldById: personId }, data: { toldById: null } });
		await db.letterBatch.updateMany({ where: { printedById: personId }, data: { printedById: null } });
		await db.paperImport.updateMany({ where: { uploadedById: personId }, data: { uploadedById: null } });
	},

	/** Tables that nobody took over for a month go, with the addresses that may stand in them. */
	async retain({ db, now }) {
		const before = new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000);
		const { count } = await db.paperImport.deleteMany({ where: { confirmedAt: null, uploadedAt: { lt: before } } });
		return count;
	},
};
