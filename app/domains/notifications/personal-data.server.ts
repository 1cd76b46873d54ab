import type { PersonalData } from "~/platform/manifest.server";

const day = 24 * 60 * 60_000;

/** So long a message stays in the house. */
const messagesKept = 365 * day;

/** So long the text of a mail is kept after it left or was given up; its key stays, so that it is not written again. */
const mailKept = 30 * day;

const emptied = { to: "", subject: "", text: "", html: "", headers: {}, attachments: [], lastError: null };

export const personalData: PersonalData = {
	async export(db, personId) {
		const preference = await db.notificationPreference.findUnique({ where: { personId } });
		const messages = await db.notification.findMany({
			where: { personId },
			orderBy: { createdAt: "asc" },
			select: { subject: true, body: true, path: true, because: true, createdAt: true, readAt: true, mailedAt: true },
		});
		const account = await db.account.findUnique({ where: { personId }, select: { email: true } });
		// Sent mails without their texts: some carried links that let in whoever holds them.
		const mails = account
			? await db.mail.findMany({
					where: { to: { equals: account.email, mode: "insensitive" } },
					orderBy: { createdAt: "asc" },
					select: { subject: true, createdAt: true, sentAt: true },
				})
			: [];
		return { preference, messages, mails };
	},
	async erase({ db, now }, personId) {
		const account = await db.account.findUnique({ where: { personId }, select: { email: true } });
		if (account) {
			const to = { equals: account.email, mode: "insensitive" } as const;
			// What has not left yet shall not leave any more.
			await db.mail.updateMany({ where: { to, sentAt: null, failedAt: null }, data: { failedAt: now } });
			await db.mail.updateMany({ where: { to }, data: emptied });
			await db.receivedMail.deleteMany({ where: { to } });
		}
		await db.notification.deleteMany({ where: { personId } });
		await db.notificationPreference.deleteMany({ where: { personId } });
	},
	async retain({ db, now }) {
		const before = new Date(now.getTime() - mailKept);
		const mails = await db.mail.updateMany({
			where: { to: { not: "" }, OR: [{ sentAt: { lt: before } }, { failedAt: { lt: before } }] },
			data: emptied,
		});
		const received = await db.receivedMail.deleteMany({ where: { receivedAt: { lt: before } } });
		const messages = await db.notification.deleteMany({
			where: { createdAt: { lt: new Date(now.getTime() - messagesKept) } },
		});
		return mails.count + received.count + messages.count;
	},
};
