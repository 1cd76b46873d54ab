import type { PersonalData } from "~/platform/manifest.server";

const month = 30 * 24 * 60 * 60 * 1000;

/**
 * Contributions belong to the public record: they stay, without the name. Drafts go. Support goes too, so the figure
 * sinks by one: a support without a supporter could not be counted honestly.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		const [contributions, supports, moderations] = await Promise.all([
			db.contribution.findMany({
				where: { authorId: personId },
				orderBy: { createdAt: "asc" },
				select: {
					code: true,
					number: true,
					title: true,
					body: true,
					category: true,
					place: true,
					channel: true,
					authorName: true,
					createdAt: true,
					submittedAt: true,
					publishedAt: true,
					hiddenAt: true,
					withdrawnAt: true,
					process: { select: { title: true } },
					moderations: {
						select: { outcome: true, rule: true, reason: true, at: true, reviewText: true, reviewOutcome: true },
					},
				},
			}),
			db.support.findMany({
				where: { personId },
				orderBy: { at: "asc" },
				select: { at: true, contribution: { select: { code: true } } },
			}),
			db.moderation.findMany({
				where: { OR: [{ moderatorId: personId }, { reviewedById: personId }] },
				orderBy: { at: "asc" },
				select: { outcome: true, rule: true, at: true, reviewedAt: true, contribution: { select: { code: true } } },
			}),
		]);
		return { contributions, supports, moderations };
	},

	async erase({ db, now }, personId) {
		await db.contribution.deleteMany({ where: { authorId: personId, submittedAt: null } });
		await db.contribution.updateMany({
			where: { authorId: personId },
			data: {
				authorId: null,
				authorName: null,
				authorErasedAt: now,
				guestEmail: null,
				draftHash: null,
				statusHash: null,
			},
		});
		await db.support.deleteMany({ where: { personId } });
		await db.moderation.updateMany({ where: { moderatorId: personId }, data: { moderatorId: null } });
		await db.moderation.updateMany({ where: { reviewedById: personId }, data: { reviewedById: null } });
		await db.process.updateMany({ where: { createdById: personId }, data: { createdById: null } });
	},

	/** Codes that were used or ran out a month ago. Drafts and addresses have sweeps of their own, on the record. */
	async retain({ db, now }) {
		const { count } = await db.guestConfirmation.deleteMany({
			where: { expiresAt: { lt: new Date(now.getTime() - month) } },
		});
		return count;
	},
};
