import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound } from "~/platform/outcome";
import { event, guestRegistration } from "~tests/factories/events";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { notices } from "../notices.server";
import { managedEvent } from "../queries/event-page.server";
import { acceptSeat } from "./register.server";
import { actForRegistered, enterRegistration } from "./register-on-behalf.server";

const now = new Date("2026-06-10T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let db: PrismaClient;
let made: { id: string; slug: string };
let manager: Actor & { kind: "person" };
let stranger: Actor & { kind: "person" };

const world = (actor: Actor, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];

beforeAll(async () => {
	({ db } = await freshDatabase());
	const mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Koblenz" });
	const person = async (name: string) => ({ personId: await human(db, now, name), displayName: name });
	manager = personWith(["participation-manager"], mayen.organisationId, await person("Petra"));
	stranger = personWith(["participation-manager"], koblenz.organisationId, await person("Knut"));
	made = await process(world(manager), { organisationId: mayen.organisationId, responsiblePostId: mayen.postId });
});

const caller = (eventId: string, more: Partial<Parameters<typeof enterRegistration>[1]> = {}) => ({
	eventId,
	channel: "phone" as const,
	name: "Erna Anruf",
	persons: 1,
	needs: null,
	email: "",
	phone: "02651 1234",
	...more,
});

describe("registering somebody who called", () => {
	it("gives seats and places in the waiting list in turn, like everybody's", async () => {
		const { id, code } = await event(world(manager), { processId: made.id, seats: 10 });
		const outcomes = await Promise.all([
			...Array.from({ length: 12 }, (_, index) =>
				enterRegistration(world(manager), caller(id, { name: `Anruf ${index}` })),
			),
			guestRegistration(world(manager), { eventId: id, email: "online@example.org" }),
		]);
		expect(outcomes).toHaveLength(13);
		expect((await db.processEvent.findUniqueOrThrow({ where: { id } })).seatsTaken).toBe(10);
		expect(await db.eventRegistration.count({ where: { eventId: id, state: "seat" } })).toBe(10);
		expect(await db.eventRegistration.count({ where: { eventId: id, state: "waiting" } })).toBe(3);
		const page = await managedEvent(world(manager), { place: "mayen", process: made.slug, event: code });
		const channels = page.registrations.map(({ channel, isReached }) => `${channel} ${isReached}`);
		expect([...new Set(channels)].sort()).toEqual(["online true", "phone false"]);
	});

	it("is open after the last day for registering, and closed once it begins", async () => {
		const { id } = await event(world(manager), { processId: made.id, registrationEndsAt: later(3) });
		expect((await enterRegistration(world(manager, later(5)), caller(id))).done).toBe(true);
		expect(codes(await enterRegistration(world(manager, later(8)), caller(id)))).toEqual(["registration-closed"]);
	});

	it.each([
		["without a name", { name: " " }, "name-missing"],
		["with half an address", { email: "erna@" }, "email-unreadable"],
		["for eleven", { persons: 11 }, "persons-wrong"],
		["twice with one address", { email: "ONLINE@example.org" }, "already-registered"],
	])("%s is refused and leaves no trace", async (_, more, code) => {
		const { id } = await event(world(manager), { processId: made.id });
		await guestRegistration(world(manager), { eventId: id, email: "online@example.org" });
		const before = await db.auditEvent.count();
		expect(codes(await enterRegistration(world(manager), caller(id, more)))).toEqual([code]);
		expect(await db.auditEvent.count()).toBe(before);
	});

	it("is for those who run the event", async () => {
		const { id } = await event(world(manager), { processId: made.id });
		await expect(enterRegistration(world(stranger), caller(id))).rejects.toThrow(Forbidden);
		await expect(enterRegistration(world(guest), caller(id))).rejects.toThrow();
	});
});

describe("acting for somebody", () => {
	it("cancels once, frees the seat, tells who can be told; the next one's offer is accepted by telephone", async () => {
		const { id } = await event(world(manager), { processId: made.id, seats: 1 });
		const first = await guestRegistration(world(manager), { eventId: id, email: "erste@example.org" });
		const second = must(await enterRegistration(world(manager), caller(id)));
		const cancel = () =>
			actForRegistered(world(manager), { eventId: id, registrationId: first.id, act: "cancel" as const });
		const twice = await Promise.all([cancel(), cancel()]);
		expect(twice.flatMap(codes)).toEqual(["not-possible"]);
		const recorded = await db.auditEvent.findFirstOrThrow({
			where: { type: "participation.event.registration-cancelled", subjectId: id },
		});
		const told = await notices["participation.event.registration-cancelled"]?.(db, {
			...{ id: recorded.id, type: recorded.type, ownerId: recorded.ownerId, at: recorded.at, actorPersonId: null },
			subject: { kind: "event", id },
			facts: recorded.facts as Record<string, string | boolean>,
		});
		expect(told?.map(({ to }) => to)).toEqual([{ email: "erste@example.org", locale: "de" }]);
		must(await actForRegistered(world(manager), { eventId: id, registrationId: second.id, act: "accept" }));
		expect((await db.eventRegistration.findUniqueOrThrow({ where: { id: second.id } })).state).toBe("seat");
		expect((await db.processEvent.findUniqueOrThrow({ where: { id } })).seatsTaken).toBe(1);
		expect(codes(await acceptSeat(world(guest), { token: first.token }))).toEqual(["not-possible"]);
	});

	it("reaches only registrations of this event, and only for those who run it", async () => {
		const [one, two] = [
			await event(world(manager), { processId: made.id }),
			await event(world(manager), { processId: made.id }),
		];
		const { id } = await guestRegistration(world(manager), { eventId: one.id, email: "x@example.org" });
		const act = { registrationId: id, act: "cancel" as const };
		await expect(actForRegistered(world(manager), { ...act, eventId: two.id })).rejects.toThrow(NotFound);
		await expect(actForRegistered(world(stranger), { ...act, eventId: one.id })).rejects.toThrow(Forbidden);
	});
});
