import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";

/** What is held about a person beside contributions: comments, reports, bans, and what they decided as a moderator. */
export async function exportDiscussion(db: Prisma.TransactionClient, personId: string) {
	const [comments, reports, bans, commentModerations] = await Promise.all([
		db.comment.findMany({
			where: { authorId: personId },
			orderBy: { createdAt: "asc" },
			select: {
				code: true,
				number: true,
				text: true,
				authorName: true,
				createdAt: true,
				submittedAt: true,
				publishedAt: true,
				hiddenAt: true,
				withdrawnAt: true,
				contribution: { select: { code: true } },
				versions: { select: { version: true, text: true, replacedAt: true } },
				moderations: { select: { outcome: true, rule: true, reason: true, at: true, reviewText: true } },
			},
		}),
		db.report.findMany({
			where: { reporterId: personId },
			orderBy: { at: "asc" },
			select: { rule: true, text: true, at: true, outcome: true, contribution: { select: { code: true } } },
		}),
		db.ban.findMany({
			where: { OR: [{ personId }, { bannedById: personId }] },
			orderBy: { from: "asc" },
			select: { personId: true, rule: true, reason: true, from: true, until: true, liftedAt: true },
		}),
		db.commentModeration.findMany({
			where: { OR: [{ moderatorId: personId }, { reviewedById: personId }] },
			orderBy: { at: "asc" },
			select: { outcome: true, rule: true, at: true, reviewedAt: true, comment: { select: { code: true } } },
		}),
	]);
	return {
		comments,
		reports,
		bans: bans.map(({ personId: banned, ...ban }) => ({ ...ban, own: banned === personId })),
		commentModerations,
	};
}

/**
 * Comments belong to the public record: they stay, without the name. A ban ends with its account: who comes back has
 * another one, and the hash of the address is all that is kept until the day on which the ban would have ended.
 */
export async function eraseFromDiscussion({ db, now }: Pick<View, "db" | "now">, personId: string): Promise<void> {
	await db.comment.deleteMany({ where: { authorId: personId, submittedAt: null } });
	await db.comment.updateMany({
		where: { authorId: personId },
		data: { authorId: null, authorName: null, authorErasedAt: now, guestEmail: null, draftHash: null },
	});
	await db.report.updateMany({ where: { reporterId: personId }, data: { reporterId: null } });
	await db.report.updateMany({ where: { settledById: personId }, data: { settledById: null } });
	await db.ban.updateMany({ where: { personId }, data: { personId: null } });
	await db.ban.updateMany({ where: { bannedById: personId }, data: { bannedById: null } });
	await db.ban.updateMany({ where: { liftedById: personId }, data: { liftedById: null } });
	await db.commentModeration.updateMany({ where: { moderatorId: personId }, data: { moderatorId: null } });
	await db.commentModeration.updateMany({ where: { reviewedById: personId }, data: { reviewedById: null } });
	await db.contributionMerge.updateMany({ where: { mergedById: personId }, data: { mergedById: null } });
}
