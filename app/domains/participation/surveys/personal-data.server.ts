import { Prisma } from "~/platform/database/generated/client";
import type { PersonalData } from "~/platform/manifest.server";

const day = 24 * 60 * 60 * 1000;
/** Forms that nobody handed in go after this; the addresses of those who wanted the result this long after it was told. */
const days = { drafts: 60, listeners: 30 };

/** Takes the files of these answers away: nobody opens them any more, their bytes go thirty days later. */
async function removeFiles(db: Prisma.TransactionClient, answerIds: string[], now: Date): Promise<void> {
	await db.file.updateMany({
		where: { subjectKind: "survey-answer", subjectId: { in: answerIds }, removedAt: null },
		data: { removedAt: now },
	});
}

/** Answers stay without whoever gave them; forms that were not handed in go, and so do files, in which people can be seen. */
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

	async erase({ db, now }, personId) {
		const own = await db.surveyAnswer.findMany({ where: { personId }, select: { id: true } });
		await removeFiles(
			db,
			own.map(({ id }) => id),
			now,
		);
		await db.surveyAnswer.deleteMany({ where: { personId, handedInAt: null } });
		await db.surveyAnswer.updateMany({
			where: { personId },
			data: { personId: null, participantKey: null, typed: {} },
		});
		await db.surveyListener.deleteMany({ where: { personId } });
	},

	async retain({ db, now }) {
		const before = (count: number) => new Date(now.getTime() - count * day);
		const left = { handedInAt: null, updatedAt: { lt: before(days.drafts) } };
		const told = { survey: { resultToldAt: { lt: before(days.listeners) } } };
		const withFiles = await db.$queryRaw<{ id: string }[]>`
			SELECT DISTINCT answer.id FROM survey_answer answer JOIN survey ON survey.id = answer.survey_id
			JOIN file ON file.subject_kind = 'survey-answer' AND file.subject_id = answer.id AND file.removed_at IS NULL
			WHERE survey.result_told_at < ${before(days.listeners)}
				OR (answer.handed_in_at IS NULL AND answer.updated_at < ${before(days.drafts)})`;
		await removeFiles(
			db,
			withFiles.map(({ id }) => id),
			now,
		);
		const drafts = await db.surveyAnswer.deleteMany({ where: left });
		const pending = await db.surveyAnswer.updateMany({
			where: { pendingEmail: { not: null }, codeExpiresAt: { lt: now } },
			data: { pendingEmail: null, pendingKey: null, codeHash: null, codeExpiresAt: null },
		});
		const listeners = await db.surveyListener.deleteMany({
			where: told,
		});
		const typed = await db.surveyAnswer.updateMany({
			where: {
				...told,
				typed: { not: Prisma.JsonNull },
				NOT: { typed: { equals: {} } },
			},
			data: { typed: {} },
		});
		return drafts.count + pending.count + listeners.count + typed.count;
	},
};
