import { describe, expect, it } from "vitest";
import { missingTexts } from "~/platform/i18n";
import {
	cardTitle,
	fits,
	mayHappen,
	movesUp,
	offerEnds,
	type RegistrationState,
	registrationStates,
	stateOf,
	takesRegistrations,
} from "./event";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { staffMessages } from "./staff-messages";

const at = (text: string) => new Date(`2026-06-${text}:00Z`);
const event = { startsAt: at("20T16:00"), endsAt: at("20T18:00"), cancelledAt: null };

it.each([
	["20T15:59", "planned"],
	["20T16:00", "now"],
	["20T17:59", "now"],
	["20T18:00", "over"],
] as const)("at %s an event is %s", (moment, state) => {
	expect(stateOf(event, at(moment))).toBe(state);
	expect(stateOf({ ...event, cancelledAt: at("01T00:00") }, at(moment))).toBe("cancelled");
});

it("takes registrations until its last moment, and none without registration", () => {
	const registering = { ...event, registers: true, registrationEndsAt: at("18T22:00") };
	expect(takesRegistrations(registering, at("18T21:59"))).toBe(true);
	expect(takesRegistrations(registering, at("18T22:00"))).toBe(false);
	expect(takesRegistrations({ ...registering, registers: false }, at("01T00:00"))).toBe(false);
	expect(takesRegistrations({ ...registering, cancelledAt: at("01T00:00") }, at("02T00:00"))).toBe(false);
});

it.each([
	[null, 500, 10, true],
	[10, 9, 1, true],
	[10, 9, 2, false],
	[10, 10, 1, false],
])("with %s seats and %i taken, %i persons find one: %s", (seats, seatsTaken, persons, expected) => {
	expect(fits({ seats, seatsTaken }, persons)).toBe(expected);
});

it.each([
	[0, [1], []],
	[3, [1, 1, 1, 1], [0, 1, 2]],
	[2, [3, 1, 2], [1]],
	[5, [3, 1, 2], [0, 1]],
])("%i free seats go to the waiting list in its order, who needs more holds nobody up", (free, persons, expected) => {
	const waiting = persons.map((count, id) => ({ id, persons: count }));
	expect(movesUp(free, waiting).map(({ id }) => id)).toEqual(expected);
});

it("an offer holds two days, shortly before the event half of the time left", () => {
	expect(offerEnds(at("01T12:00"), event.startsAt)).toEqual(at("03T12:00"));
	expect(offerEnds(at("20T12:00"), event.startsAt)).toEqual(at("20T14:00"));
});

describe("a registration", () => {
	it.each<[RegistrationState, string[]]>([
		["pending", ["confirm", "cancel"]],
		["seat", ["cancel"]],
		["waiting", ["cancel"]],
		["offered", ["accept", "cancel"]],
		["cancelled", []],
		["lapsed", []],
	])("%s: %j", (state, acts) => {
		expect((["confirm", "accept", "cancel"] as const).filter((act) => mayHappen(state, act))).toEqual(acts);
	});

	it("has words for every state", () => {
		expect(Object.keys(messages.de.registrationStates)).toEqual([...registrationStates]);
	});
});

it("a card is called by its first words, whole", () => {
	expect(cardTitle("  Mehr\nBäume! ")).toBe("Mehr Bäume!");
	const long = cardTitle(
		"Der Platz am Brunnen ist im Sommer viel zu heiß und braucht Schatten, Wasser und Bänke für alle",
	);
	expect(long).toBe("Der Platz am Brunnen ist im Sommer viel zu heiß und braucht Schatten, Wasser …");
});

it("every page's words stand in both languages", () => {
	for (const texts of [messages, staffMessages, letterMessages]) expect(missingTexts(texts)).toEqual([]);
});
