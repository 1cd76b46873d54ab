import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { isPublished, stateOf as stateOfProcess } from "../../processes/process";
import {
	eventLimits,
	fits,
	holdingStates,
	mayHappen,
	type RegistrationState,
	registrationState,
	stateOf,
	takesRegistrations,
} from "../event";
import { confirmationLetter } from "../letters.server";
import { type FoundEvent, lockedEvent, registrationBehind } from "../queries/find-event.server";
import { offerFreeSeats } from "./offer-seats.server";

export type RegisterRefusal =
	| "registration-closed"
	| "already-registered"
	| "email-unreadable"
	| "persons-wrong"
	| "guests-not-welcome";

/** Whether people can register for it at this moment: its process is public and it takes registrations. */
function isOpen(world: ActWorld, { process, ...event }: FoundEvent): boolean {
	return (
		process.spaceIsOpen &&
		process.binnedAt === null &&
		isPublished(process, world.now) &&
		stateOfProcess(process, world.now) !== "archived" &&
		takesRegistrations(event, world.now)
	);
}

/** Gives the seat, or a place in the waiting list; the event's row is locked by the caller. */
export async function seatOrWait(
	world: ActWorld,
	event: FoundEvent,
	{ id, persons }: { id: string; persons: number },
): Promise<"seat" | "waiting"> {
	const state = fits(event, persons) ? "seat" : "waiting";
	await world.db.eventRegistration.update({
		where: { id },
		data: { state, waitingSince: state === "waiting" ? world.now : null },
	});
	if (state === "seat") {
		await world.db.processEvent.update({ where: { id: event.id }, data: { seatsTaken: { increment: persons } } });
	}
	world.record({
		type: "participation.event.registered",
		subject: { kind: "event", id: event.id },
		ownerId: event.organisationId,
		facts: { registration: id, persons, state },
	});
	return state;
}

/**
 * Registers for an event. Who is signed in has a seat, or a place in the waiting list, at once; a guest confirms by the
 * link in a mail first, and takes no seat before. Who registers again with the same address is not told so on the page
 * (nobody learns who comes): the mail with the link goes out again, at most once a day.
 * @throws NotFound for an event that is not there or whose process is not public
 */
export const register = command(
	"participation.register-for-event",
	async (
		world: ActWorld,
		input: { eventId: string; name: string; persons: number; needs: string | null; email: string | null },
	): Promise<Outcome<{ id: string; state: RegistrationState }, RegisterRefusal>> => {
		const event = await lockedEvent(world, input.eventId);
		if (!event.process.spaceIsOpen || !isPublished(event.process, world.now)) throw new NotFound();
		if (!isOpen(world, event)) return refused("registration-closed");
		if (!Number.isInteger(input.persons) || input.persons < 1 || input.persons > eventLimits.personsMost) {
			return refused("persons-wrong", { field: "persons" });
		}
		const personId = personIdOf(world.actor);
		const email = personId ? null : readMailAddress(input.email ?? "")?.toLowerCase();
		if (email === undefined || (email === null && !personId)) return refused("email-unreadable", { field: "email" });
		if (!personId && !event.process.guestsWelcome) return refused("guests-not-welcome");
		const known = await world.db.eventRegistration.findFirst({
			where: {
				eventId: event.id,
				...(personId ? { personId } : { email }),
				state: { notIn: ["cancelled", "lapsed"] },
			},
		});
		if (known && personId) return refused("already-registered");
		const subject = { kind: "event", id: event.id };
		const id = known?.id ?? newId(world.now);
		if (!known) {
			await world.db.eventRegistration.create({
				data: {
					id,
					eventId: event.id,
					personId,
					email: email ?? null,
					name: input.name.trim().slice(0, eventLimits.nameMost),
					persons: input.persons,
					needs: input.needs?.trim().slice(0, eventLimits.needsMost) || null,
					locale: world.locale,
					state: "pending",
					createdAt: world.now,
				},
			});
		}
		if (!email) return done({ id, state: await seatOrWait(world, event, { id, persons: input.persons }) });
		await queueMail(world, {
			key: `event-registration:${id}:${world.now.toISOString().slice(0, 10)}`,
			to: email,
			letter: confirmationLetter(world.locale, event, id),
		});
		world.record({
			type: "participation.event.confirmation-asked",
			subject,
			ownerId: event.organisationId,
			facts: { registration: id, again: known !== null },
		});
		return done({ id, state: "pending" });
	},
);

export type RegistrationRefusal = "registration-closed" | "not-possible" | "offer-over";

/** What a link from a mail opens, with the event's row locked. */
async function opened(world: ActWorld, token: string) {
	const { eventId } = await registrationBehind(world, token);
	const event = await lockedEvent(world, eventId);
	// read again under the lock: two presses at once are two acts, one after the other
	const registration = await registrationBehind(world, token);
	return { event, registration, state: registrationState(registration.state) };
}

/** A guest confirms; now the seat is given, or a place in the waiting list. @throws NotFound */
export const confirmRegistration = command(
	"participation.confirm-event-registration",
	async (world: ActWorld, { token }: { token: string }): Promise<Outcome<null, RegistrationRefusal>> => {
		const { event, registration, state } = await opened(world, token);
		if (!mayHappen(state, "confirm")) return refused("not-possible");
		if (!isOpen(world, event)) return refused("registration-closed");
		await seatOrWait(world, event, registration);
		return done(null);
	},
);

/** Accepts a seat that was offered to the waiting list, while it is held. @throws NotFound */
export const acceptSeat = command(
	"participation.accept-event-seat",
	async (world: ActWorld, { token }: { token: string }): Promise<Outcome<null, RegistrationRefusal>> => {
		const { event, registration, state } = await opened(world, token);
		if (!mayHappen(state, "accept")) return refused("not-possible");
		if (
			!registration.offeredUntil ||
			registration.offeredUntil <= world.now ||
			stateOf(event, world.now) !== "planned"
		) {
			return refused("offer-over");
		}
		await takeSeat(world, event, registration.id);
		return done(null);
	},
);

/** Makes an offered seat a taken one, inside an act that has locked the event. */
export async function takeSeat(world: ActWorld, event: FoundEvent, registrationId: string): Promise<void> {
	await world.db.eventRegistration.update({
		where: { id: registrationId },
		data: { state: "seat", offeredUntil: null, waitingSince: null },
	});
	world.record({
		type: "participation.event.seat-accepted",
		subject: { kind: "event", id: event.id },
		ownerId: event.organisationId,
		facts: { registration: registrationId },
	});
}

/** Cancels a registration until the event begins; a seat that becomes free goes to the waiting list. @throws NotFound */
export const cancelRegistration = command(
	"participation.cancel-event-registration",
	async (world: ActWorld, { token }: { token: string }): Promise<Outcome<null, RegistrationRefusal>> => {
		const { event, registration, state } = await opened(world, token);
		if (!mayHappen(state, "cancel")) return refused("not-possible");
		if (world.now >= event.startsAt) return refused("registration-closed");
		await releaseSeat(world, event, registration);
		return done(null);
	},
);

/** Ends a registration inside an act that has locked the event; its seat goes to the waiting list. */
export async function releaseSeat(
	world: ActWorld,
	event: FoundEvent,
	registration: { id: string; state: string; persons: number },
	byStaff = false,
): Promise<void> {
	const held = holdingStates.includes(registrationState(registration.state));
	await world.db.eventRegistration.update({
		where: { id: registration.id },
		data: { state: "cancelled", offeredUntil: null, waitingSince: null, needs: null },
	});
	if (held) {
		await world.db.processEvent.update({
			where: { id: event.id },
			data: { seatsTaken: { decrement: registration.persons } },
		});
	}
	world.record({
		type: "participation.event.registration-cancelled",
		subject: { kind: "event", id: event.id },
		ownerId: event.organisationId,
		facts: { registration: registration.id, held, byStaff },
	});
	if (held) await offerFreeSeats(world, event.id);
}
