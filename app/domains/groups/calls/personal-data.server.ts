import type { PersonalData } from "~/platform/manifest.server";
import { callLimits } from "./call";

const day = 24 * 60 * 60 * 1000;

/** What makes an application somebody's; number, stratum and rank stay, so that the draw can be recomputed. */
const forgotten = { personId: null, email: null, phone: null, givenName: "", familyName: "", about: "" } as const;

/**
 * Applications belong to the person: with them go name, address and words. Those without a seat are forgotten a year after the
 * draw or when the call is called off for 30 days, unconfirmed ones after 48 hours.
 */
export const callPersonalData: PersonalData = {
	async export(db, personId) {
		return {
			seatApplications: await db.seatApplication.findMany({
				where: { personId },
				orderBy: { createdAt: "asc" },
				select: {
					number: true,
					givenName: true,
					familyName: true,
					about: true,
					state: true,
					rank: true,
					createdAt: true,
					call: { select: { code: true, group: { select: { name: true } } } },
				},
			}),
		};
	},
	async erase({ db }, personId) {
		await db.seatApplication.updateMany({
			where: { personId, state: { in: ["pending", "applied", "listed"] } },
			data: { ...forgotten, state: "withdrawn" },
		});
		// an open offer is ended by the next sweep, which asks the next in the list
		await db.seatApplication.updateMany({
			where: { personId, state: "offered" },
			data: { ...forgotten, offerUntil: new Date(0) },
		});
		await db.seatApplication.updateMany({ where: { personId }, data: forgotten });
	},
	async retain({ db, now }) {
		const before = (days: number) => new Date(now.getTime() - days * day);
		const unconfirmed = await db.seatApplication.deleteMany({
			where: { state: "pending", createdAt: { lt: before(callLimits.confirmHours / 24) } },
		});
		const old = await db.seatApplication.updateMany({
			where: {
				familyName: { not: "" },
				state: { notIn: ["offered"] },
				OR: [{ call: { drawnAt: { lt: before(callLimits.keptDays) } } }, { call: { cancelledAt: { lt: before(30) } } }],
			},
			data: forgotten,
		});
		return unconfirmed.count + old.count;
	},
};
