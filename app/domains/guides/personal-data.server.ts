import type { PersonalData } from "~/platform/manifest.server";

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
		return { concerns, answers, captured };
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
		await db.coveragePlan.updateMany({ where: { approvedById: personId }, data: { approvedById: null } });
	},

	/** Names and addresses of askers have a sweep of their own, on the record. */
	async retain() {
		return 0;
	},
};
