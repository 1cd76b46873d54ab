import { type ActWorld, command } from "~/platform/act.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { freeSeats, movesUp, offerEnds, takesRegistrations } from "../event";
import { lockedEvent } from "../queries/find-event.server";

/**
 * Offers what is free to the waiting list, inside an act that has locked the event. An offered seat counts as taken until
 * it is accepted or its time is over. Registration may be closed by then; the waiting list lives until the event begins.
 * @returns how many were offered a seat
 */
export async function offerFreeSeats(world: ActWorld, eventId: string): Promise<number> {
	const event = await lockedEvent(world, eventId);
	if (!takesRegistrations({ ...event, registrationEndsAt: event.startsAt }, world.now)) return 0;
	const waiting = await world.db.eventRegistration.findMany({
		where: { eventId, state: "waiting" },
		orderBy: [{ waitingSince: "asc" }, { id: "asc" }],
		select: { id: true, persons: true },
	});
	const chosen = movesUp(freeSeats(event) ?? Number.POSITIVE_INFINITY, waiting);
	for (const { id } of chosen) {
		await world.db.eventRegistration.update({
			where: { id },
			data: { state: "offered", offeredUntil: offerEnds(world.now, event.startsAt) },
		});
		world.record({
			type: "participation.event.seat-offered",
			subject: { kind: "event", id: eventId },
			ownerId: event.organisationId,
			facts: { registration: id },
		});
	}
	const persons = chosen.reduce((sum, one) => sum + one.persons, 0);
	if (persons > 0) {
		await world.db.processEvent.update({ where: { id: eventId }, data: { seatsTaken: { increment: persons } } });
	}
	return chosen.length;
}

/** Takes back the offers of one event whose time is over and offers the seats to the next. */
const endOffers = command(
	"participation.end-seat-offers",
	async (world: ActWorld, { eventId }: { eventId: string }) => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const event = await lockedEvent(world, eventId);
		const over = await world.db.eventRegistration.findMany({
			where: { eventId, state: "offered", offeredUntil: { lte: world.now } },
			select: { id: true, persons: true },
		});
		for (const { id, persons } of over) {
			await world.db.eventRegistration.update({ where: { id }, data: { state: "lapsed", offeredUntil: null } });
			await world.db.processEvent.update({ where: { id: eventId }, data: { seatsTaken: { decrement: persons } } });
			world.record({
				type: "participation.event.offer-lapsed",
				subject: { kind: "event", id: eventId },
				ownerId: event.organisationId,
				facts: { registration: id },
			});
		}
		const offered = await offerFreeSeats(world, eventId);
		return over.length + offered > 0 ? done(over.length + offered) : refused("nothing-due");
	},
);

/**
 * Ends offers whose time is over and offers seats that became free without anybody's act (an account was erased), event by
 * event. @returns how many registrations moved
 */
export async function endSeatOffers(world: World): Promise<number> {
	// SQL: compares two columns; only events that somebody waits for or was offered a seat of.
	const due = await world.db.$queryRaw<{ id: string }[]>`
		SELECT id FROM process_event event
		WHERE EXISTS (
			SELECT FROM event_registration WHERE event_id = event.id AND state = 'offered' AND offered_until <= ${world.now}
		) OR (
			cancelled_at IS NULL AND starts_at > ${world.now} AND (seats IS NULL OR seats_taken < seats)
			AND EXISTS (SELECT FROM event_registration WHERE event_id = event.id AND state = 'waiting')
		) ORDER BY id`;
	let moved = 0;
	for (const { id } of due) {
		const outcome = await endOffers(world, { eventId: id });
		if (outcome.done) moved += outcome.value;
	}
	return moved;
}
