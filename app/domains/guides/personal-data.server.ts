import type { PersonalData } from "~/platform/manifest.server";
import { deleteForsakenDrafts } from "./concerns/forsaken-drafts.server";

/** Concerns stay as the municipality's record, without the person; what somebody did in an office stays the post's. */
export const personalData: PersonalData = {
	async export(db, personId) {
		const [concerns, answers, captured] = await Promise.all([
			db.concern.findMany({
				where: { askerId: personId },
				orderBy: { capturedAt: "asc" },
				select: {
					code: true,
					kind: true,
					text: true,
					askerName: true,
					askerEmail: true,
					mayBePublic: true,
					state: true,
					capturedAt: true,
					closedAt: true,
					municipality: { select: { shortName: true } },
					topic: { select: { name: true } },
					reportBacks: { select: { text: true, sentAt: true, notAnsweredAt: true, notAnsweredText: true } },
				},
			}),
			db.reportBack.findMany({
				where: { byPersonId: personId },
				orderBy: { sentAt: "asc" },
				select: { text: true, sentAt: true, channel: true, asDeputy: true },
			}),
			db.concern.findMany({
				where: { capturedById: personId },
				orderBy: { capturedAt: "asc" },
				select: { code: true, capturedAt: true },
			}),
		]);
		const [drafts, forwarded, replies, mails] = await Promise.all([
			db.concernDraft.findMany({ where: { personId }, select: { text: true, savedAt: true } }),
			db.concernForwarding.findMany({
				where: { forwardedBy: personId },
				select: { question: true, forwardedAt: true },
			}),
			db.concernForwarding.findMany({ where: { endedBy: personId }, select: { reply: true, endedAt: true } }),
			db.concernMail.findMany({ where: { addedById: personId }, select: { addedAt: true } }),
		]);
		return { concerns, answers, captured, drafts, forwarded, replies, mails };
	},

	async erase({ db, now }, personId) {
		const asked = await db.concern.findMany({ where: { askerId: personId }, select: { id: true } });
		await db.concernStatusLink.deleteMany({ where: { concernId: { in: asked.map(({ id }) => id) } } });
		await db.concern.updateMany({
			where: { askerId: personId },
			data: { askerId: null, askerName: null, askerEmail: null, askerForgottenAt: now },
		});
		await db.concern.updateMany({ where: { capturedById: personId }, data: { capturedById: null } });
		await db.reportBack.updateMany({ where: { byPersonId: personId }, data: { byPersonId: null } });
		await db.concernDraft.deleteMany({ where: { personId } });
		await db.concernForwarding.updateMany({ where: { forwardedBy: personId }, data: { forwardedBy: null } });
		await db.concernForwarding.updateMany({ where: { endedBy: personId }, data: { endedBy: null } });
		await db.concernMail.updateMany({ where: { addedById: personId }, data: { addedById: null } });
		await db.concernBundle.updateMany({ where: { createdById: personId }, data: { createdById: null } });
		await db.coveragePlan.updateMany({ where: { approvedById: personId }, data: { approvedById: null } });
	},

	/** Names and addresses of askers have a sweep of their own, on the record. */
	retain: deleteForsakenDrafts,
};
