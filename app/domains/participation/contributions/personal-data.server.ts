import type { PersonalData } from "~/platform/manifest.server";
import { eraseFromDiscussion, exportDiscussion } from "./personal-discussion.server";

const month = 30 * 24 * 60 * 60 * 1000;

/**
 * Contributions belong to the public record: they stay, without the name. Drafts go. Support goes too, so the figure
 * sinks by one: a support without a supporter could not be counted honestly.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		const [contributions, supports, moderations, discussion] = await Promise.all([
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
			exportDiscussion(db, personId),
		]);
		return { contributions, supports, moderations, ...discussion };
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
		await eraseFromDiscussion({ db, now }, personId);
		await db.process.updateMany({ where: { createdById: personId }, data: { createdById: null } });
	},

	/** Codes that were used or ran out a month ago, bans that ended a year ago. Drafts and addresses have sweeps of their own, on the record. */
	async retain({ db, now }) {
		const old = { where: { expiresAt: { lt: new Date(now.getTime() - month) } } };
		const gone = await Promise.all([
			db.guestConfirmation.deleteMany(old),
			db.guestCode.deleteMany(old),
			db.spentProof.deleteMany({ where: { expiresAt: { lt: now } } }),
			db.ban.deleteMany({ where: { until: { lt: new Date(now.getTime() - 12 * month) } } }),
		]);
		return gone.reduce((sum, { count }) => sum + count, 0);
	},
};
