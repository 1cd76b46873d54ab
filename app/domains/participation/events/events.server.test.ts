import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId, newToken } from "~/platform/tokens.server";
import { event, guestRegistration } from "~tests/factories/events";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { endSeatOffers } from "./commands/offer-seats.server";
import { enterCard, publishMinutes, recordEventAttendance } from "./commands/on-the-spot.server";
import { cancelEvent, changeEvent, planEvent } from "./commands/plan-event.server";
import { acceptSeat, cancelRegistration, confirmRegistration, register } from "./commands/register.server";
import { remindOfEvents } from "./commands/remind.server";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { listEvents } from "./queries/calendar.server";
import { eventAddress, registrationPage } from "./queries/event-page.server";
import { missingForEvents, waitingInEvents } from "./queries/part.server";
import { registrationOfToken, registrationToken } from "./registration-token.server";

const now = new Date("2026-06-10T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
/** How many register at once; 500 were measured by hand, they take the patience of a test. */
const crowd = 60;

let db: PrismaClient;
let organisationId: string;
let processId: string;
let manager: Actor & { kind: "person" };
let stranger: Actor & { kind: "person" };

const world = (actor: Actor, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];
const states = async (eventId: string) =>
	(await db.eventRegistration.findMany({ where: { eventId }, orderBy: { id: "asc" } })).map(({ state }) => state);
const seatsTaken = async (id: string) => (await db.processEvent.findUniqueOrThrow({ where: { id } })).seatsTaken;

async function told(type: string, eventId: string) {
	const recorded = await db.auditEvent.findMany({ where: { type, subjectId: eventId }, orderBy: { at: "asc" } });
	const tell = notices[type];
	if (!tell) throw new Error(`nobody is told of ${type}`);
	const all = await Promise.all(
		recorded.map((row) =>
			tell(db, {
				id: row.id,
				type,
				ownerId: row.ownerId,
				at: row.at,
				subject: { kind: "event", id: eventId },
				facts: row.facts as Record<string, string>,
				actorPersonId: null,
			}),
		),
	);
	return all.flat();
}

const input = {
	title: "Abend im Rathaus",
	mode: "in-person" as const,
	startsAt: later(7),
	endsAt: later(7.1),
	place: "Rathaus",
	directions: null,
	accessibility: null,
	onlineAddress: null,
	agenda: null,
	registers: true,
	seats: 3,
	registrationEndsAt: null,
};

beforeAll(async () => {
	({ db } = await freshDatabase());
	const mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Koblenz" });
	({ organisationId } = mayen);
	const person = async (at: string, name: string) =>
		personWith(["participation-manager"], at, { personId: await human(db, now, name), displayName: name });
	manager = await person(organisationId, "Petra");
	stranger = await person(koblenz.organisationId, "Knut");
	({ id: processId } = await process(world(manager), { organisationId, responsiblePostId: mayen.postId }));
});

describe("planning", () => {
	it.each([
		["in-the-past", { startsAt: later(-1) }],
		["ends-before", { endsAt: later(7) }],
		["place-missing", { place: null }],
		["address-missing", { mode: "hybrid" as const }],
		["registration-too-long", { registrationEndsAt: later(8) }],
	])("refuses %s and leaves no trace", async (code, given) => {
		const before = [await db.processEvent.count(), await db.auditEvent.count()];
		expect(codes(await planEvent(world(manager), { ...input, processId, ...given }))).toEqual([code]);
		expect([await db.processEvent.count(), await db.auditEvent.count()]).toEqual(before);
	});

	it("is for those who run the process", async () => {
		await expect(planEvent(world(stranger), { ...input, processId })).rejects.toThrow(Forbidden);
		await expect(planEvent(world(guest), { ...input, processId })).rejects.toThrow(SignInNeeded);
	});

	it("puts it into the calendar of everybody, unless its process is a draft", async () => {
		const { id, code } = await event(world(manager), { processId });
		const draft = await process(world(manager), {
			organisationId,
			responsiblePostId: (await db.post.findFirstOrThrow({ where: { organisationId } })).id,
			title: "Reihe im Herbst",
			recipe: "event-series",
			published: false,
		});
		expect(await missingForEvents(world(manager), draft.id)).toEqual(["no-event"]);
		const hidden = await event(world(manager), { processId: draft.id });
		expect(await missingForEvents(world(manager), draft.id)).toEqual([]);
		const { coming } = await listEvents(world(guest), {});
		expect(coming.map((one) => one.code)).toContain(code);
		expect(coming.map((one) => one.code)).not.toContain(hidden.code);
		await expect(eventAddress(world(guest), hidden.code)).rejects.toThrow(NotFound);
		await expect(
			register(world(guest), { eventId: hidden.id, name: "Uwe", persons: 1, needs: null, email: "u@example.org" }),
		).rejects.toThrow(NotFound);
		expect(await waitingInEvents(world(manager, later(9)), draft.id)).toBe(1);
		expect((await db.processEvent.findUniqueOrThrow({ where: { id } })).sequence).toBe(0);
	});
});

describe("registering", () => {
	it(`gives 10 seats to ${crowd} people at once, everybody else waits`, async () => {
		const { id } = await event(world(manager), { processId, seats: 10 });
		const outcomes = await Promise.all(
			Array.from({ length: crowd }, () => {
				const personId = newId(now);
				const actor = personWith([], organisationId, { personId });
				return register(world(actor), { eventId: id, name: "Jemand", persons: 1, needs: null, email: null });
			}),
		);
		const given = outcomes.map((outcome) => must(outcome).state);
		expect(given.filter((state) => state === "seat")).toHaveLength(10);
		expect(given.filter((state) => state === "waiting")).toHaveLength(crowd - 10);
		expect(await seatsTaken(id)).toBe(10);
	});

	it("asks guests to confirm: no seat before, none for who guesses, one for who presses twice", async () => {
		const { id } = await event(world(manager), { processId, seats: 1 });
		const ask = () =>
			register(world(guest), { eventId: id, name: "Gerd", persons: 1, needs: null, email: " Gerd@Example.org " });
		const { id: registration, state } = must(await ask());
		expect([state, await seatsTaken(id)]).toEqual(["pending", 0]);
		expect(must(await ask()).id).toBe(registration);
		expect(await db.mail.count({ where: { to: "gerd@example.org" } })).toBe(1);
		const token = registrationToken(registration);
		expect(registrationOfToken(token)).toBe(registration);
		const forged = `${token.slice(0, -3)}${token.endsWith("AAA") ? "BBB" : "AAA"}`;
		await expect(confirmRegistration(world(guest), { token: forged })).rejects.toThrow(NotFound);
		const both = await Promise.all([
			confirmRegistration(world(guest), { token }),
			confirmRegistration(world(guest), { token }),
		]);
		expect(both.filter(({ done }) => done)).toHaveLength(1);
		expect(both.flatMap(codes)).toEqual(["not-possible"]);
		expect(await seatsTaken(id)).toBe(1);
		const [letter] = await told("participation.event.registered", id);
		expect(letter).toMatchObject({
			to: { email: "gerd@example.org" },
			subject: "Angemeldet: Werkstatt im Bürgerhaus",
			action: { path: `/termin-anmeldung/${token}` },
		});
	});

	it("is refused twice for a person, without an address, and when it is over", async () => {
		const { id } = await event(world(manager), { processId, registrationEndsAt: later(2) });
		const ute = personWith([], organisationId, { personId: await human(db, now, "Ute") });
		const ask = (actor: Actor, at = now, email: string | null = null) =>
			register(world(actor, at), { eventId: id, name: "Ute", persons: 2, needs: null, email });
		must(await ask(ute));
		expect(codes(await ask(ute))).toEqual(["already-registered"]);
		expect(codes(await ask(guest))).toEqual(["email-unreadable"]);
		expect(codes(await ask(guest, later(2), "u@example.org"))).toEqual(["registration-closed"]);
		expect(await states(id)).toEqual(["seat"]);
	});
});

describe("the waiting list", () => {
	it("moves up when somebody cancels, with a deadline, and on to the next when it passes", async () => {
		const { id } = await event(world(manager), { processId, seats: 2 });
		const first = await guestRegistration(world(guest), { eventId: id, email: "1@example.org", persons: 2 });
		const second = await guestRegistration(world(guest, later(0.1)), {
			eventId: id,
			email: "2@example.org",
			persons: 1,
		});
		const third = await guestRegistration(world(guest, later(0.2)), {
			eventId: id,
			email: "3@example.org",
			persons: 2,
		});
		expect(await states(id)).toEqual(["seat", "waiting", "waiting"]);
		must(await cancelRegistration(world(guest, later(1)), { token: first.token }));
		expect(await states(id)).toEqual(["cancelled", "offered", "waiting"]);
		const [offer] = await told("participation.event.seat-offered", id);
		expect(offer).toMatchObject({
			to: { email: "2@example.org" },
			action: { path: `/termin-anmeldung/${second.token}` },
		});
		// the third needs both seats, so nobody gets what is free
		expect(await endSeatOffers(world(house, later(2.9)))).toBe(0);
		expect(codes(await acceptSeat(world(guest, later(3)), { token: second.token }))).toEqual(["offer-over"]);
		expect(await endSeatOffers(world(house, later(3)))).toBe(2);
		expect(await states(id)).toEqual(["cancelled", "lapsed", "offered"]);
		must(await acceptSeat(world(guest, later(4)), { token: third.token }));
		expect(codes(await acceptSeat(world(guest, later(4)), { token: third.token }))).toEqual(["not-possible"]);
		expect([await seatsTaken(id), (await registrationPage(world(guest), third.token)).registration]).toEqual([
			2,
			"seat",
		]);
		expect(await endSeatOffers(world(house, later(4)))).toBe(0);
	});

	it("gets the seats that are added; fewer than are taken is refused", async () => {
		const { id } = await event(world(manager), { processId, seats: 1 });
		await guestRegistration(world(guest), { eventId: id, email: "1@example.org" });
		await guestRegistration(world(guest), { eventId: id, email: "2@example.org" });
		must(await changeEvent(world(manager), { ...input, id, seats: 2 }));
		expect((await states(id)).sort()).toEqual(["offered", "seat"]);
		expect(codes(await changeEvent(world(manager), { ...input, id, seats: 1 }))).toEqual(["seats-taken"]);
		expect(codes(await changeEvent(world(manager), { ...input, id, registers: false }))).toEqual([
			"registrations-there",
		]);
		await expect(changeEvent(world(stranger), { ...input, id })).rejects.toThrow(Forbidden);
	});
});

it("tells everybody of a new time and of the cancellation, and reminds once", async () => {
	const { id } = await event(world(manager), { processId, seats: 1 });
	await guestRegistration(world(guest), { eventId: id, email: "a@example.org" });
	await guestRegistration(world(guest), { eventId: id, email: "b@example.org" });
	must(await changeEvent(world(manager), { ...input, id, seats: 1 }));
	expect(await told("participation.event.changed", id)).toHaveLength(2);
	const reminded = async () => (await told("participation.event.tomorrow", id)).length;
	await remindOfEvents(world(house, later(5.9)));
	expect(await reminded()).toBe(0);
	await remindOfEvents(world(house, later(6)));
	await remindOfEvents(world(house, later(6.1)));
	// one has a seat, the other waits
	expect(await reminded()).toBe(1);
	must(await cancelEvent(world(manager), { id, reason: "Der Saal steht unter Wasser." }));
	const letters = await told("participation.event.cancelled", id);
	expect(letters).toHaveLength(2);
	expect(letters[0]?.paragraphs).toContain("Grund: Der Saal steht unter Wasser.");
	expect(codes(await cancelEvent(world(manager), { id, reason: "Noch einmal abgesagt." }))).toEqual(["not-planned"]);
	expect((await db.processEvent.findUniqueOrThrow({ where: { id } })).sequence).toBe(2);
});

it("is documented once it has begun: who came, cards as contributions, minutes", async () => {
	const { id } = await event(world(manager), { processId });
	const { id: registration } = await guestRegistration(world(guest), {
		eventId: id,
		email: "a@example.org",
		persons: 2,
	});
	const card = { id, token: newToken(), text: "Mehr Schatten am Brunnen", category: null };
	expect(codes(await enterCard(world(manager), card))).toEqual(["not-begun"]);
	const then = later(7.05);
	await expect(enterCard(world(stranger, then), card)).rejects.toThrow(Forbidden);
	const another = { ...card, token: newToken() };
	const [one, two, again] = await Promise.all(
		[card, another, another].map((sent) => enterCard(world(manager, then), sent)),
	);
	if (!one || !two || !again) throw new Error("three were sent");
	expect([two, again].flatMap(codes)).toEqual(["already-entered"]);
	expect(must(one).number).not.toBe(must(two.done ? two : again).number);
	const entered = await db.contribution.findUniqueOrThrow({
		where: { code: must(one).code },
		include: { eventCard: true },
	});
	expect(entered).toMatchObject({ channel: "event", authorId: null, eventCard: { eventId: id } });
	expect(
		codes(await enterCard(world(manager, then), { ...card, token: newToken(), category: "Gibt es nicht" })),
	).toEqual(["category-unknown"]);
	const attendance = { id, registrationIds: [registration, newId(now)], besides: 12 };
	expect(must(await recordEventAttendance(world(manager, then), attendance)).attended).toBe(14);
	must(await publishMinutes(world(manager, then), { id, text: richTextFromMarkdown("Wir sprachen über Schatten.") }));
	expect(await told("participation.event.minutes-published", id)).toHaveLength(1);
	expect((await listEvents(world(guest, later(8)), { processId })).over.find(({ minutes }) => minutes)).toBeDefined();
});

it("forgets needs after the event, registrations after 30 days, and a person at once with the seat", async () => {
	const { id } = await event(world(manager), { processId, seats: 2 });
	const personId = await human(db, now, "Vera");
	const vera = personWith([], organisationId, { personId });
	must(await register(world(vera), { eventId: id, name: "Vera", persons: 2, needs: null, email: null }));
	await guestRegistration(world(guest), { eventId: id, email: "a@example.org", needs: "Gebärdensprache" });
	expect((await personalData.export(db, personId)).eventRegistrations).toHaveLength(1);
	await personalData.erase({ ...world(house), db }, personId);
	expect(await seatsTaken(id)).toBe(0);
	expect(await endSeatOffers(world(house))).toBeGreaterThan(0);
	expect(await states(id)).toEqual(["offered"]);
	await personalData.retain(world(house, later(8)));
	expect(await db.eventRegistration.findFirst({ where: { eventId: id } })).toMatchObject({ needs: null });
	await personalData.retain(world(house, later(36)));
	expect(await states(id)).toHaveLength(1);
	await personalData.retain(world(house, later(38)));
	expect(await states(id)).toEqual([]);
});
