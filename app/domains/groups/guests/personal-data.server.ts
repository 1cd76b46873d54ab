import type { PersonalData } from "~/platform/manifest.server";

const day = 24 * 60 * 60 * 1000;

/**
 * Guests have no account, so nothing is exported or erased by person. Addresses go 30 days after the access has ended, names
 * after 90; but names of guests who were at a meeting belong to its minutes and stay.
 */
export const guestPersonalData: PersonalData = {
	async export(db, personId) {
		return {
			invitedGuests: await db.groupGuest.findMany({
				where: { invitedById: personId },
				select: { id: true, invitedAt: true },
				orderBy: { invitedAt: "asc" },
			}),
		};
	},
	async erase() {},
	async retain({ db, now }) {
		const before = (days: number) => new Date(now.getTime() - days * day);
		const ended = (days: number) => ({
			OR: [{ validUntil: { lt: before(days) } }, { revokedAt: { lt: before(days) } }],
		});
		const addresses = await db.groupGuest.updateMany({
			where: { email: { not: null }, ...ended(30) },
			data: { email: null },
		});
		const names = await db.groupGuest.updateMany({
			where: { name: { not: "" }, invitations: { none: { arrivedAt: { not: null } } }, ...ended(90) },
			data: { name: "" },
		});
		return addresses.count + names.count;
	},
};
