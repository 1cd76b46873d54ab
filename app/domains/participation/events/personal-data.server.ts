import type { PersonalData } from "~/platform/manifest.server";
import { terms } from "./event";

const hour = 60 * 60 * 1000;

/**
 * Registrations belong to the person and go with them; their seats become free. All others are deleted 30 days after the
 * event, what somebody needs to take part when the event is over, and registrations that no guest confirmed after 48 hours.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		return {
			eventRegistrations: await db.eventRegistration.findMany({
				where: { personId },
				orderBy: { createdAt: "asc" },
				select: {
					name: true,
					persons: true,
					needs: true,
					state: true,
					createdAt: true,
					offeredUntil: true,
					attended: true,
					event: { select: { title: true, code: true, startsAt: true } },
				},
			}),
		};
	},

	async erase({ db }, personId) {
		// SQL: the seats become free in the same step; the waiting list is offered them by the next sweep.
		await db.$executeRaw`
			UPDATE process_event SET seats_taken = seats_taken - held.persons
			FROM (
				SELECT event_id, sum(persons)::int AS persons FROM event_registration
				WHERE person_id = ${personId}::uuid AND state IN ('seat', 'offered') GROUP BY event_id
			) held WHERE held.event_id = process_event.id`;
		await db.eventRegistration.deleteMany({ where: { personId } });
	},

	async retain({ db, now }) {
		const before = (hours: number) => new Date(now.getTime() - hours * hour);
		const kept = await db.eventRegistration.deleteMany({
			where: { event: { endsAt: { lt: before(terms.keptDays * 24) } } },
		});
		const unconfirmed = await db.eventRegistration.deleteMany({
			where: { state: "pending", createdAt: { lt: before(terms.confirmHours) } },
		});
		const needs = await db.eventRegistration.updateMany({
			where: { needs: { not: null }, event: { OR: [{ endsAt: { lt: now } }, { cancelledAt: { not: null } }] } },
			data: { needs: null },
		});
		return kept.count + unconfirmed.count + needs.count;
	},
};
