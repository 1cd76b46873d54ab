import { type ActWorld, command } from "~/platform/act.server";
import { readMailAddress } from "~/platform/mail/address";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { isPublished, stateOf as stateOfProcess } from "../../processes/process";
import { type EnteredWay, eventLimits, mayHappen, type RegistrationState, registrationState, stateOf } from "../event";
import { lockedManagedEvent } from "../queries/find-event.server";
import { releaseSeat, seatOrWait, takeSeat } from "./register.server";

type EnterRefusal =
	| "registration-closed"
	| "registers-not"
	| "already-registered"
	| "email-unreadable"
	| "persons-wrong"
	| "name-missing";

/**
 * Registers somebody who called, came by or wrote; also after the last day for registering, until the event begins. Seats
 * are given as for everybody else. Who left an address gets the same mails; the others are told by telephone.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const enterRegistration = command(
	"participation.enter-event-registration",
	async (
		world: ActWorld,
		input: {
			eventId: string;
			channel: EnteredWay;
			name: string;
			persons: number;
			needs: string | null;
			email: string;
			phone: string | null;
		},
	): Promise<Outcome<{ id: string; state: RegistrationState }, EnterRefusal>> => {
		const event = await lockedManagedEvent(world, input.eventId);
		const { process } = event;
		if (!event.registers) return refused("registers-not");
		const isOpen = isPublished(process, world.now) && stateOfProcess(process, world.now) !== "archived";
		if (!isOpen || stateOf(event, world.now) !== "planned") return refused("registration-closed");
		const name = input.name.trim().slice(0, eventLimits.nameMost);
		if (name.length < 2) return refused("name-missing", { field: "name" });
		if (!Number.isInteger(input.persons) || input.persons < 1 || input.persons > eventLimits.personsMost) {
			return refused("persons-wrong", { field: "persons" });
		}
		const email = input.email === "" ? null : (readMailAddress(input.email)?.toLowerCase() ?? null);
		if (input.email !== "" && !email) return refused("email-unreadable", { field: "email" });
		const known = email
			? await world.db.eventRegistration.count({
					where: { eventId: event.id, email, state: { notIn: ["cancelled", "lapsed"] } },
				})
			: 0;
		if (known > 0) return refused("already-registered", { field: "email" });
		const id = newId(world.now);
		await world.db.eventRegistration.create({
			data: {
				id,
				eventId: event.id,
				email,
				phone: input.phone?.trim().slice(0, 60) || null,
				name,
				persons: input.persons,
				needs: input.needs?.trim().slice(0, eventLimits.needsMost) || null,
				channel: input.channel,
				locale: world.locale,
				state: "pending",
				createdAt: world.now,
			},
		});
		return done({ id, state: await seatOrWait(world, event, { id, persons: input.persons }) });
	},
);

/**
 * Cancels a registration for somebody, or accepts the seat that was offered to them, when they said so by telephone. Who left
 * an address is told.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const actForRegistered = command(
	"participation.act-for-registered",
	async (
		world: ActWorld,
		{ eventId, registrationId, act }: { eventId: string; registrationId: string; act: "accept" | "cancel" },
	): Promise<Outcome<null, "not-possible" | "not-planned" | "offer-over">> => {
		const event = await lockedManagedEvent(world, eventId);
		const registration = await world.db.eventRegistration.findFirst({ where: { id: registrationId, eventId } });
		if (!registration) throw new NotFound();
		if (!mayHappen(registrationState(registration.state), act)) return refused("not-possible");
		if (stateOf(event, world.now) !== "planned") return refused("not-planned");
		if (act === "cancel") {
			await releaseSeat(world, event, registration, true);
			return done(null);
		}
		if (!registration.offeredUntil || registration.offeredUntil <= world.now) return refused("offer-over");
		await takeSeat(world, event, registrationId);
		return done(null);
	},
);
