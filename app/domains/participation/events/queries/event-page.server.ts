import { personIdOf } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayReadProcess, processById } from "../../processes/index.server";
import { isPublished, stateOf as stateOfProcess } from "../../processes/process";
import { processToManage } from "../../processes/queries/process-work.server";
import { storedHtml } from "../../stored-text.server";
import { enteredWays, freeSeats, modeOf, registrationState, stateOf, takesRegistrations } from "../event";
import { isOwnRegistration, mayManageEvents } from "../policy.server";
import { registrationOfToken, registrationPath } from "../registration-token.server";
import { eventAt, eventPath, type FoundEvent, managedEventAt, registrationBehind } from "./find-event.server";

type At = { place: string; process: string; event: string };

function headOf(view: View, event: FoundEvent) {
	const { process } = event;
	return {
		id: event.id,
		code: event.code,
		title: event.title,
		mode: modeOf(event.mode),
		state: stateOf(event, view.now),
		startsAt: event.startsAt,
		endsAt: event.endsAt,
		place: event.place,
		cancelReason: event.cancelReason,
		process: {
			slug: process.slug,
			title: process.title,
			place: { slug: process.organisation.space?.slug ?? "", name: process.organisation.space?.name ?? "" },
		},
	};
}

/** Everything the public page of an event shows. @throws NotFound */
export async function eventPage(view: View, at: At) {
	const event = await eventAt(view, at);
	const { process } = event;
	const personId = personIdOf(view.actor);
	const [own, cards] = await Promise.all([
		personId
			? view.db.eventRegistration.findFirst({
					where: { eventId: event.id, personId, state: { notIn: ["cancelled", "lapsed"] } },
					select: { id: true, state: true },
				})
			: null,
		view.db.contribution.findMany({
			where: { eventCard: { eventId: event.id }, publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
			orderBy: { number: "asc" },
			take: 500,
			select: { code: true, number: true, title: true },
		}),
	]);
	const isPublic = isPublished(process, view.now) && stateOfProcess(process, view.now) !== "archived";
	return {
		...headOf(view, event),
		directions: event.directions,
		accessibility: event.accessibility,
		agenda: storedHtml(event.agenda),
		minutes: event.minutesPublishedAt ? { html: storedHtml(event.minutes), at: event.minutesPublishedAt } : null,
		attended: event.attendedRegistered === null ? null : event.attendedRegistered + (event.attendedBesides ?? 0),
		registers: event.registers,
		seats: event.seats,
		free: freeSeats(event),
		registering: {
			open: isPublic && takesRegistrations(event, view.now),
			until: event.registrationEndsAt,
			/** A guest leaves an address, unless the process is for accounts only. */
			asGuest: personId === null,
			guestsWelcome: process.guestsWelcome,
			name: view.actor.kind === "person" ? view.actor.displayName : "",
		},
		own: own ? { state: registrationState(own.state), href: registrationPath(own.id) } : null,
		cards,
		may: { manage: mayManageEvents(view.actor, process) },
	};
}

export type EventPage = Awaited<ReturnType<typeof eventPage>>;

/** A registration behind the link of its mail. @throws NotFound */
export async function registrationPage(view: View, token: string) {
	const registration = await registrationBehind(view, token);
	const row = await view.db.processEvent.findUnique({ where: { id: registration.eventId } });
	if (!row) throw new NotFound();
	const event: FoundEvent = { ...row, process: await processById(view, row.processId) };
	const state = registrationState(registration.state);
	const planned = stateOf(event, view.now) === "planned";
	return {
		...headOf(view, event),
		href: eventPath(event),
		name: registration.name,
		persons: registration.persons,
		registration: state,
		offeredUntil: registration.offeredUntil,
		onlineAddress: state === "seat" ? event.onlineAddress : null,
		may: {
			confirm: state === "pending" && takesRegistrations(event, view.now),
			accept:
				state === "offered" && planned && registration.offeredUntil !== null && registration.offeredUntil > view.now,
			cancel: planned && state !== "cancelled" && state !== "lapsed",
		},
		isOwn: isOwnRegistration(view.actor, registration),
	};
}

/** The events of a process for those who work on it. @throws NotFound, Forbidden, SignInNeeded */
export async function managedEvents(view: View, at: { place: string; process: string }) {
	const process = await processToManage(view, at);
	const rows = await view.db.processEvent.findMany({
		where: { processId: process.id },
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		include: {
			registrations: { where: { state: "waiting" }, select: { persons: true } },
			_count: { select: { cards: true } },
		},
	});
	return {
		id: process.id,
		slug: process.slug,
		title: process.title,
		place: { slug: at.place, name: process.organisation.space?.name ?? process.organisation.shortName },
		isPublic: isPublished(process, view.now),
		events: rows.map((row) => ({
			code: row.code,
			title: row.title,
			startsAt: row.startsAt,
			state: stateOf(row, view.now),
			seats: row.seats,
			seatsTaken: row.seatsTaken,
			registers: row.registers,
			waiting: row.registrations.reduce((sum, { persons }) => sum + persons, 0),
			cards: row._count.cards,
			minutes: row.minutesPublishedAt !== null,
		})),
	};
}

/** One event for those who work on it, with everybody registered. @throws NotFound, Forbidden, SignInNeeded */
export async function managedEvent(view: View, at: At) {
	const event = await managedEventAt(view, at);
	const registrations = await view.db.eventRegistration.findMany({
		where: { eventId: event.id, state: { in: ["pending", "seat", "offered", "waiting"] } },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: {
			id: true,
			name: true,
			persons: true,
			needs: true,
			state: true,
			offeredUntil: true,
			attended: true,
			channel: true,
			phone: true,
			email: true,
			personId: true,
		},
	});
	const cards = await view.db.contribution.findMany({
		where: { eventCard: { eventId: event.id } },
		orderBy: { number: "desc" },
		select: { code: true, number: true, title: true },
	});
	return {
		...headOf(view, event),
		registers: event.registers,
		seats: event.seats,
		seatsTaken: event.seatsTaken,
		registrations: registrations.map(({ email, personId, channel, ...row }) => ({
			...row,
			state: registrationState(row.state),
			channel: enteredWays.find((way) => way === channel) ?? ("online" as const),
			/** Gets our mails; the others are told by telephone. */
			isReached: email !== null || personId !== null,
		})),
		mayEnter: event.registers && stateOf(event, view.now) === "planned" && isPublished(event.process, view.now),
		attendance:
			event.attendedRegistered === null
				? null
				: { registered: event.attendedRegistered, besides: event.attendedBesides ?? 0 },
		cards,
		categories: event.process.categories,
		minutesPublishedAt: event.minutesPublishedAt,
	};
}

/** An event as its form shows it. @throws NotFound, Forbidden, SignInNeeded */
export async function eventToChange(view: View, at: At) {
	const event = await managedEventAt(view, at);
	return { ...headOf(view, event), event };
}

/** The path of the event with this short code. @throws NotFound when it is not there or not for this reader */
export async function eventAddress(view: View, code: string): Promise<string> {
	const row = await view.db.processEvent.findUnique({ where: { code: code.toUpperCase() } });
	if (!row) throw new NotFound();
	const process = await processById(view, row.processId);
	if (!process.spaceIsOpen || !mayReadProcess(view.actor, process, view.now)) throw new NotFound();
	return eventPath({ ...row, process });
}

/** Whether this reader plans events in a process. @throws NotFound, Forbidden, SignInNeeded */
export async function processToPlanIn(view: View, at: { place: string; process: string }) {
	const process = await processToManage(view, at);
	demand(mayManageEvents, view.actor, process);
	return {
		id: process.id,
		slug: process.slug,
		title: process.title,
		place: { slug: at.place, name: process.organisation.space?.name ?? process.organisation.shortName },
	};
}

/**
 * The place around the page of a registration, whose address does not name it.
 * @returns the place's slug; null for other pages and for links that we did not make
 */
export async function placeOfRegistration(view: View, path: string): Promise<string | null> {
	const [, token] = /^\/termin-anmeldung\/([^/]+)$/.exec(path) ?? [];
	const id = token && registrationOfToken(token);
	if (!id) return null;
	const row = await view.db.eventRegistration.findUnique({
		where: { id },
		select: {
			event: { select: { process: { select: { organisation: { select: { space: { select: { slug: true } } } } } } } },
		},
	});
	return row?.event.process.organisation.space?.slug ?? null;
}

/** One registration as the staff acts for it. @throws NotFound, Forbidden, SignInNeeded */
export async function managedRegistration(view: View, at: At & { registration: string }) {
	const { registrations, ...event } = await managedEvent(view, at);
	const registration = registrations.find(({ id }) => id === at.registration);
	if (!registration) throw new NotFound();
	return { event, registration };
}
