import { daysFrom, today } from "~/platform/calendar.server";
import type { PersonalData } from "~/platform/manifest.server";
import { officeLimits } from "./office-day.server";

/** Bookings belong to the person and go with them; all others are deleted 30 days after the day. Visits have no names. */
export const personalData: PersonalData = {
	async export(db, personId) {
		return {
			officeBookings: await db.officeBooking.findMany({
				where: { personId },
				orderBy: { createdAt: "asc" },
				select: {
					name: true,
					email: true,
					phone: true,
					subject: true,
					minute: true,
					createdAt: true,
					cancelledAt: true,
					officeDay: { select: { day: true, series: { select: { code: true, place: true } } } },
				},
			}),
		};
	},

	async erase({ db }, personId) {
		await db.officeBooking.deleteMany({ where: { personId } });
	},

	async retain({ db, now }) {
		const before = daysFrom(today(now), -officeLimits.keptDays);
		const { count } = await db.officeBooking.deleteMany({
			where: { officeDay: { day: { lt: before }, OR: [{ movedTo: null }, { movedTo: { lt: before } }] } },
		});
		return count;
	},
};
