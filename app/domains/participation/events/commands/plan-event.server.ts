import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import { link } from "../../../trace/index.server";
import { stateOf as stateOfProcess } from "../../processes/index";
import { processById } from "../../processes/index.server";
import { eventLimits, type Mode, stateOf } from "../event";
import { mayManageEvents } from "../policy.server";
import { lockedManagedEvent } from "../queries/find-event.server";
import { offerFreeSeats } from "./offer-seats.server";

export type EventInput = {
	title: string;
	mode: Mode;
	startsAt: Date;
	endsAt: Date;
	place: string | null;
	directions: string | null;
	accessibility: string | null;
	onlineAddress: string | null;
	agenda: RichText | null;
	registers: boolean;
	/** Null: without a limit. */
	seats: number | null;
	/** Null: until it begins. */
	registrationEndsAt: Date | null;
};

export type PlanRefusal =
	| "in-the-past"
	| "ends-before"
	| "place-missing"
	| "address-missing"
	| "registration-too-long"
	| "process-closed";
export type ChangeRefusal = PlanRefusal | "seats-taken" | "not-planned" | "registrations-there";

/** The columns of an event, or what is wrong with what was typed. */
function columnsOf(input: EventInput, now: Date) {
	if (input.startsAt <= now) return refused("in-the-past" as const, { field: "startsAt" });
	if (input.endsAt <= input.startsAt) return refused("ends-before" as const, { field: "endsAt" });
	if (input.mode !== "online" && !input.place) return refused("place-missing" as const, { field: "place" });
	if (input.mode !== "in-person" && !input.onlineAddress) {
		return refused("address-missing" as const, { field: "onlineAddress" });
	}
	const registrationEndsAt = input.registrationEndsAt ?? input.startsAt;
	if (registrationEndsAt > input.startsAt) {
		return refused("registration-too-long" as const, { field: "registrationEndsAt" });
	}
	const { agenda, ...rest } = input;
	return done({
		...rest,
		// what does not belong to the mode is not kept
		place: input.mode === "online" ? null : input.place,
		directions: input.mode === "online" ? null : input.directions,
		onlineAddress: input.mode === "in-person" ? null : input.onlineAddress,
		seats: input.registers ? input.seats : null,
		registrationEndsAt,
		agenda: agenda ? { ...agenda } : undefined,
		agendaText: agenda ? plainText(agenda).slice(0, eventLimits.agendaMost) : "",
	});
}

/**
 * Plans an event; it stands in the calendar as soon as its process is public. Refuses times that are over or the wrong
 * way round, an event without the place or address that its mode needs, and archived processes.
 * @throws NotFound for a process that is not there; Forbidden or SignInNeeded
 */
export const planEvent = command(
	"participation.plan-event",
	async (
		world: ActWorld,
		{ processId, ...input }: EventInput & { processId: string },
	): Promise<Outcome<{ id: string; code: string }, PlanRefusal>> => {
		const process = await processById(world, processId);
		demand(mayManageEvents, world.actor, process);
		if (process.binnedAt || stateOfProcess(process, world.now) === "archived") return refused("process-closed");
		const columns = columnsOf(input, world.now);
		if (!columns.done) return columns;
		const id = newId(world.now);
		const code = newCode();
		await world.db.processEvent.create({
			data: {
				...columns.value,
				id,
				code,
				processId,
				organisationId: process.organisationId,
				createdAt: world.now,
				changedAt: world.now,
			},
		});
		const subject = { kind: "event", id };
		await link(world, { from: subject, relation: "part-of", to: { kind: "process", id: processId } });
		world.record({
			type: "participation.event.planned",
			subject,
			ownerId: process.organisationId,
			facts: { process: processId, startsAt: input.startsAt.toISOString() },
		});
		return done({ id, code });
	},
);

/**
 * Changes an event that has not begun. Whoever registered is told when time, place or address changed; more seats go to
 * the waiting list at once. Refuses fewer seats than are taken, and going without registration while people are registered.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const changeEvent = command(
	"participation.change-event",
	async (world: ActWorld, { id, ...input }: EventInput & { id: string }): Promise<Outcome<null, ChangeRefusal>> => {
		const event = await lockedManagedEvent(world, id);
		if (stateOf(event, world.now) !== "planned") return refused("not-planned");
		const columns = columnsOf(input, world.now);
		if (!columns.done) return columns;
		const living = await world.db.eventRegistration.count({
			where: { eventId: id, state: { in: ["pending", "seat", "waiting", "offered"] } },
		});
		if (!columns.value.registers && living > 0) return refused("registrations-there", { field: "registers" });
		if (columns.value.seats !== null && columns.value.seats < event.seatsTaken) {
			return refused("seats-taken", { field: "seats", values: { taken: event.seatsTaken } });
		}
		const told = (["mode", "place", "onlineAddress", "title"] as const).some(
			(name) => event[name] !== columns.value[name],
		);
		const moved =
			event.startsAt.getTime() !== input.startsAt.getTime() || event.endsAt.getTime() !== input.endsAt.getTime();
		await world.db.processEvent.update({
			where: { id },
			data: {
				...columns.value,
				changedAt: world.now,
				sequence: { increment: 1 },
				// a new day is reminded of anew
				...(moved ? { remindedAt: null } : {}),
			},
		});
		world.record({
			type: "participation.event.changed",
			subject: { kind: "event", id },
			ownerId: event.organisationId,
			facts: { told: told || moved, moved },
		});
		await offerFreeSeats(world, id);
		return done(null);
	},
);

/**
 * Cancels an event that is not over; everybody registered is told, with the reason.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const cancelEvent = command(
	"participation.cancel-event",
	async (world: ActWorld, { id, reason }: { id: string; reason: string }): Promise<Outcome<null, "not-planned">> => {
		const event = await lockedManagedEvent(world, id);
		const state = stateOf(event, world.now);
		if (state !== "planned" && state !== "now") return refused("not-planned");
		await world.db.processEvent.update({
			where: { id },
			data: {
				cancelledAt: world.now,
				cancelReason: reason.trim(),
				changedAt: world.now,
				sequence: { increment: 1 },
			},
		});
		world.record({
			type: "participation.event.cancelled",
			subject: { kind: "event", id },
			ownerId: event.organisationId,
			facts: { process: event.processId },
		});
		return done(null);
	},
);
