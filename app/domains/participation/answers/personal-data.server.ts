import type { PersonalData } from "~/platform/manifest.server";

/** So long after a process was archived the addresses and names of departments' people are kept, in days. */
const departmentDays = 180;

/**
 * What staff did stays with the answer (who prepared and who released it are ids; the person's row loses its name).
 * What an author wrote about an answer belongs to the contribution; names in departments' replies end with the process.
 */
export const answersPersonalData: PersonalData = {
	async export(db, personId) {
		const mine = { authorId: personId };
		return {
			answersPrepared: await db.officialAnswer.findMany({
				where: { preparedById: personId },
				select: { id: true, disposition: true, reasonText: true, preparedAt: true, releasedAt: true },
			}),
			answersReleased: await db.answerRevision.findMany({
				where: { releasedById: personId },
				select: { answerId: true, revision: true, releasedAt: true },
			}),
			answerUpdates: await db.answerUpdate.findMany({
				where: { byId: personId },
				select: { answerId: true, state: true, text: true, at: true },
			}),
			answerTemplates: await db.answerTemplate.findMany({
				where: { changedById: personId },
				select: { id: true, name: true, changedAt: true },
			}),
			inquiriesAsked: await db.inquiry.findMany({
				where: { askedById: personId },
				select: { id: true, office: true, question: true, askedAt: true },
			}),
			saidNotAnswered: await db.answeredContribution.findMany({
				where: { contribution: mine, notAnsweredAt: { not: null } },
				select: { contributionId: true, notAnsweredAt: true, notAnsweredText: true },
			}),
			saidQuestionNotAnswered: await db.answeredComment.findMany({
				where: { comment: mine, notAnsweredAt: { not: null } },
				select: { commentId: true, notAnsweredAt: true, notAnsweredText: true },
			}),
		};
	},
	async erase(view, personId) {
		// the remark stays counted, its words are the person's
		await view.db.answeredContribution.updateMany({
			where: { contribution: { authorId: personId }, notAnsweredText: { not: null } },
			data: { notAnsweredText: "–" },
		});
		await view.db.answeredComment.updateMany({
			where: { comment: { authorId: personId }, notAnsweredText: { not: null } },
			data: { notAnsweredText: "–" },
		});
	},
	async retain(view) {
		const before = new Date(view.now.getTime() - departmentDays * 24 * 60 * 60 * 1000);
		const over = { process: { archivedAt: { lte: before } } };
		const replies = await view.db.inquiryReply.updateMany({
			where: { answeredBy: { not: null }, inquiry: over },
			data: { answeredBy: null },
		});
		const inquiries = await view.db.inquiry.updateMany({
			where: { ...over, OR: [{ email: { not: null } }, { answeredBy: { not: null } }] },
			data: { email: null, answeredBy: null },
		});
		return replies.count + inquiries.count;
	},
};
