import { daysFrom, today } from "~/platform/calendar.server";
import type { PersonalData } from "~/platform/manifest.server";

/** Why somebody was away is forgotten so many days after. */
const reasonDays = 30;

/**
 * The names of a person are forgotten by accounts. Who held a public post and when stays, as "gelöschtes Konto": the record
 * of what was done in an office is the public's.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		const person = await db.person.findUnique({
			where: { id: personId },
			select: { givenName: true, familyName: true, displayName: true },
		});
		const holdings = await db.postHolding.findMany({
			where: { personId },
			select: {
				acting: true,
				validFrom: true,
				validUntil: true,
				post: { select: { label: true, organisation: { select: { name: true } } } },
			},
			orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		});
		const absences = await db.absence.findMany({
			where: { personId },
			select: { validFrom: true, validUntil: true, reason: true },
			orderBy: { validFrom: "asc" },
		});
		const handOvers = await db.handOver.findMany({
			where: { fromPersonId: personId },
			select: { effectiveOn: true, items: { where: { text: { not: null } }, select: { kind: true, text: true } } },
			orderBy: { effectiveOn: "asc" },
		});
		return {
			person,
			absences,
			handOvers,
			posts: holdings.map(({ post, acting, validFrom, validUntil }) => ({
				post: post.label,
				organisation: post.organisation.name,
				acting,
				validFrom,
				validUntil,
			})),
		};
	},
	/**
	 * Their posts are free from that day on: what is open there must not stay with somebody who cannot come back. That somebody
	 * was away is of no use to the public's record.
	 */
	async erase({ db, now }, personId) {
		const day = today(now);
		await db.postHolding.deleteMany({ where: { personId, validFrom: { gt: day }, handOver: null } });
		// What began today counts today: a period is never empty.
		await db.$executeRaw`
			UPDATE post_holding SET valid_until = GREATEST(${day}::date, valid_from + 1)
			WHERE person_id = ${personId}::uuid AND (valid_until IS NULL OR valid_until > GREATEST(${day}::date, valid_from + 1))`;
		await db.absence.deleteMany({ where: { personId } });
		await db.absence.updateMany({ where: { reportedById: personId }, data: { reportedById: null } });
		await db.handOverItem.updateMany({ where: { decidedById: personId }, data: { decidedById: null } });
	},
	async retain({ db, now }) {
		const { count } = await db.absence.updateMany({
			where: { reason: { not: null }, validUntil: { lt: daysFrom(today(now), -reasonDays) } },
			data: { reason: null },
		});
		return count;
	},
};
