import { Prisma } from "~/platform/database/generated/client";
import type { PersonalData } from "~/platform/manifest.server";

const day = 24 * 60 * 60 * 1000;
/** Forms that nobody handed in go after this; the addresses of those who wanted the result this long after it was told. */
const days = { drafts: 60, listeners: 30 };

/** Answers stay without whoever gave them; forms that were not handed in go. */
export const personalData: PersonalData = {
	async export(db, personId) {
		return {
			surveyAnswers: await db.surveyAnswer.findMany({
				where: { personId },
				orderBy: { createdAt: "asc" },
				select: { receipt: true, typed: true, values: true, handedInAt: true, survey: { select: { title: true } } },
			}),
			surveyResultsWanted: await db.surveyListener.findMany({
				where: { personId },
				select: { survey: { select: { title: true } } },
			}),
		};
	},

	async erase({ db }, personId) {
		await db.surveyAnswer.deleteMany({ where: { personId, handedInAt: null } });
		await db.surveyAnswer.updateMany({
			where: { personId },
			data: { personId: null, participantKey: null, typed: {} },
		});
		await db.surveyListener.deleteMany({ where: { personId } });
	},

	async retain({ db, now }) {
		const before = (count: number) => new Date(now.getTime() - count * day);
		const drafts = await db.surveyAnswer.deleteMany({
			where: { handedInAt: null, updatedAt: { lt: before(days.drafts) } },
		});
		const pending = await db.surveyAnswer.updateMany({
			where: { pendingEmail: { not: null }, codeExpiresAt: { lt: now } },
			data: { pendingEmail: null, pendingKey: null, codeHash: null, codeExpiresAt: null },
		});
		const listeners = await db.surveyListener.deleteMany({
			where: { survey: { resultToldAt: { lt: before(days.listeners) } } },
		});
		const typed = await db.surveyAnswer.updateMany({
			where: {
				survey: { resultToldAt: { lt: before(days.listeners) } },
				typed: { not: Prisma.JsonNull },
				NOT: { typed: { equals: {} } },
			},
			data: { typed: {} },
		});
		return drafts.count + pending.count + listeners.count + typed.count;
	},
};
