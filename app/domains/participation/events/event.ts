/** On the spot, online, or both. */
export const modes = ["in-person", "online", "hybrid"] as const;
export type Mode = (typeof modes)[number];

/** How a registration came; the staff enters what did not come online. */
export const enteredWays = ["phone", "counter", "paper"] as const;
export type EnteredWay = (typeof enteredWays)[number];

export const registrationStates = ["pending", "seat", "waiting", "offered", "cancelled", "lapsed"] as const;
/** pending: a guest's address is not confirmed yet; offered: a seat became free and is held for a while. */
export type RegistrationState = (typeof registrationStates)[number];

/** Limits that form, texts and command share. */
export const eventLimits = {
	titleLeast: 5,
	titleMost: 120,
	placeMost: 300,
	textMost: 1000,
	agendaMost: 10_000,
	personsMost: 10,
	seatsMost: 10_000,
	nameMost: 80,
	needsMost: 500,
	cardLeast: 3,
	cardMost: 1000,
} as const;

const hour = 60 * 60 * 1000;

/** How long a guest has to confirm, how long a free seat is held, and when registrations are deleted after the event. */
export const terms = { confirmHours: 48, offerHours: 48, keptDays: 30 } as const;

/** What the state of an event depends on. */
export type Timed = { startsAt: Date; endsAt: Date; cancelledAt: Date | null };
export type EventState = "planned" | "now" | "over" | "cancelled";

export function stateOf({ startsAt, endsAt, cancelledAt }: Timed, now: Date): EventState {
	if (cancelledAt) return "cancelled";
	if (now < startsAt) return "planned";
	return now < endsAt ? "now" : "over";
}

export type Registering = Timed & { registers: boolean; registrationEndsAt: Date };

/** Whether people can register now: it takes registrations, is not cancelled, and neither begun nor past the last moment. */
export function takesRegistrations(event: Registering, now: Date): boolean {
	return event.registers && stateOf(event, now) === "planned" && now < event.registrationEndsAt;
}

/** Seats left, or null without a limit. */
export function freeSeats({ seats, seatsTaken }: { seats: number | null; seatsTaken: number }): number | null {
	return seats === null ? null : Math.max(0, seats - seatsTaken);
}

/** Whether so many persons find a seat. Since freed seats are offered at once, what is free now nobody waits for. */
export function fits(event: { seats: number | null; seatsTaken: number }, persons: number): boolean {
	const free = freeSeats(event);
	return free === null || persons <= free;
}

/**
 * Who moves up: in the order of the waiting list, each whose persons still fit; who needs more seats than are free
 * keeps the place in the list and does not hold up those behind.
 */
export function movesUp<Waiting extends { persons: number }>(free: number, waiting: readonly Waiting[]): Waiting[] {
	let left = free;
	return waiting.filter(({ persons }) => {
		if (persons > left) return false;
		left -= persons;
		return true;
	});
}

/** Until when an offered seat is held: two days; shortly before the event half of the time that is left. */
export function offerEnds(now: Date, startsAt: Date): Date {
	const left = startsAt.getTime() - now.getTime();
	return new Date(now.getTime() + Math.min(terms.offerHours * hour, left / 2));
}

/** Whether states hold seats. */
export const holdingStates: readonly RegistrationState[] = ["seat", "offered"];
/** States of people who are told what changes. */
export const toldStates: readonly RegistrationState[] = ["seat", "offered", "waiting"];

export type RegistrationAct = "confirm" | "accept" | "cancel";

const open = {
	pending: ["confirm", "cancel"],
	seat: ["cancel"],
	waiting: ["cancel"],
	offered: ["accept", "cancel"],
	cancelled: [],
	lapsed: [],
} as const satisfies Record<RegistrationState, readonly RegistrationAct[]>;

/** The table of what may happen to a registration in which state. */
export function mayHappen(state: RegistrationState, act: RegistrationAct): boolean {
	return (open[state] as readonly RegistrationAct[]).includes(act);
}

/** A stored state; anything else is a broken house. */
export function registrationState(stored: string): RegistrationState {
	const state = registrationStates.find((known) => known === stored);
	if (!state) throw new Error(`a registration is ${stored}`);
	return state;
}

/** A stored mode. */
export function modeOf(stored: string): Mode {
	return modes.find((known) => known === stored) ?? "in-person";
}

/** The title of a card: its first words, whole. */
export function cardTitle(text: string): string {
	const line = text.trim().replace(/\s+/g, " ");
	if (line.length <= 80) return line;
	const cut = line.slice(0, 79);
	return `${cut.slice(0, cut.lastIndexOf(" ") > 40 ? cut.lastIndexOf(" ") : 79)} …`;
}
