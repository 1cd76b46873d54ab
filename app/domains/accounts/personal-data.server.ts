import { clearAllowances } from "~/platform/allowance.server";
import { today } from "~/platform/calendar.server";
import type { PersonalData } from "~/platform/manifest.server";

const kept = 30 * 86_400_000;

export const personalData: PersonalData = {
	async export(db, personId) {
		const person = await db.person.findUnique({
			where: { id: personId },
			select: { displayName: true, givenName: true, familyName: true },
		});
		const account = await db.account.findUnique({
			where: { personId },
			select: {
				email: true,
				emailConfirmedAt: true,
				locale: true,
				createdAt: true,
				totpConfirmedAt: true,
				sessions: {
					select: { device: true, createdAt: true, lastSeenAt: true, expiresAt: true },
					orderBy: { createdAt: "asc" },
				},
			},
		});
		const roles = await db.roleGrant.findMany({
			where: { personId },
			select: { role: true, scopeKind: true, scopeId: true, validFrom: true, validUntil: true },
			orderBy: { validFrom: "asc" },
		});
		const addressed = account ? [{ email: account.email }] : [];
		const invitations = await db.invitation.findMany({
			where: { OR: [{ acceptedById: personId }, ...addressed] },
			select: {
				email: true,
				givenName: true,
				familyName: true,
				role: true,
				createdAt: true,
				acceptedAt: true,
				revokedAt: true,
			},
			orderBy: { createdAt: "asc" },
		});
		const registrations = await db.registration.findMany({
			where: { OR: addressed },
			select: { email: true, displayName: true, createdAt: true, confirmedAt: true },
			orderBy: { createdAt: "asc" },
		});
		return { person, account, roles, invitations, registrations };
	},

	async erase({ db, now }, personId) {
		const day = today(now);
		const account = await db.account.findUnique({ where: { personId }, select: { id: true, email: true } });
		if (account) {
			const { id, email } = account;
			await db.onePurposeLink.deleteMany({ where: { subjectKind: "account", subjectId: id } });
			await db.registration.deleteMany({ where: { email } });
			await db.invitation.updateMany({
				where: { email, acceptedAt: null, revokedAt: null },
				data: { revokedAt: now },
			});
			await db.invitation.updateMany({ where: { email }, data: { email: "", givenName: "", familyName: "" } });
			// Sessions, recovery codes and address changes go with it.
			await db.account.delete({ where: { id } });
		}
		await db.invitation.updateMany({
			where: { acceptedById: personId },
			data: { email: "", givenName: "", familyName: "" },
		});
		// Roles that never began are ended on their first day, so that the period does not run backwards.
		await db.$executeRaw`
			UPDATE role_grant SET valid_until = GREATEST(valid_from, ${day}::date)
			WHERE person_id = ${personId}::uuid AND (valid_until IS NULL OR valid_until > ${day}::date)`;
		await db.person.update({
			where: { id: personId },
			data: { givenName: null, familyName: null, displayName: "gelöschtes Konto", erasedAt: now },
		});
	},

	async retain({ db, now }) {
		const before = new Date(now.getTime() - kept);
		const deleted = await Promise.all([
			db.onePurposeLink.deleteMany({ where: { expiresAt: { lt: before } } }),
			db.session.deleteMany({ where: { expiresAt: { lt: before } } }),
			db.recoveryCode.deleteMany({ where: { usedAt: { lt: before } } }),
			db.registration.deleteMany({ where: { expiresAt: { lt: before } } }),
			db.emailChange.deleteMany({ where: { createdAt: { lt: before } } }),
			db.invitation.deleteMany({ where: { expiresAt: { lt: before }, acceptedAt: null } }),
		]);
		const allowances = await clearAllowances();
		return deleted.reduce((sum, { count }) => sum + count, allowances);
	},
};
