import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound } from "~/platform/outcome";
import { workingGroup } from "~tests/factories/groups";
import { application, drawn, seatCall } from "~tests/factories/groups.seats";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { endSeat } from "../../seats/commands/leave.server";
import { addSeat } from "../../seats/commands/seats.server";
import { callNotices } from "../notices.server";
import { callPersonalData } from "../personal-data.server";
import { applicationPage, callPage, lotRecord, managedCall } from "../queries/call-pages.server";
import { answerByLink, answerFor } from "./answer.server";
import { applyForSeat, confirmApplication, enterApplication } from "./apply.server";
import { drawLot } from "./draw.server";
import { endSeatOffers } from "./offers.server";
import { cancelCall } from "./publish-call.server";

const now = new Date("2026-11-22T09:00:00Z");
const days = (count: number, from = now) => new Date(from.getTime() + count * 86_400_000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor;
let stranger: Actor;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];

beforeAll(async () => {
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Koblenz" });
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Petra") });
	stranger = personWith(["participation-manager"], koblenz.organisationId, { personId: await human(db, now, "Knut") });
});

const group = () =>
	workingGroup(world(), {
		organisationId: mayen.organisationId,
		benches: [{ kind: "citizens", minSeats: 1, maxSeats: 4 }],
		members: [],
	});

const applied = async (callId: string, count: number, more: (index: number) => object = () => ({})) => {
	const made = [];
	for (let index = 0; index < count; index += 1) {
		made.push(await application(world(), { callId, email: `p${index}@example.org`, ...more(index) }));
	}
	return made;
};
/** Fills the bench up. */
const addSeats = async (groupId: string) => {
	let last = await addSeat(world(), seat(groupId, 1));
	last = await addSeat(world(), seat(groupId, 2));
	return last;
};
const seat = (groupId: string, number: number) => ({
	groupId,
	benchKind: "citizens" as const,
	holder: { givenName: "Probe", familyName: `Sitz ${number}` },
	function: "member" as const,
	substituteForId: null,
	nameIsPublic: false,
	validFrom: today(now),
	validUntil: null,
});

const states = async (callId: string) => {
	const rows = await db.seatApplication.findMany({ where: { callId }, orderBy: { rank: "asc" } });
	return rows.map(({ state }) => state);
};

describe("applying", () => {
	it("is possible until the deadline, with and without an account, and counts once", async () => {
		const { id: groupId } = await group();
		const call = await seatCall(world(), { groupId });
		const person = { ...personWith([], mayen.organisationId, { personId: await human(db, now, "Anna") }), grants: [] };
		const input = {
			callId: call.id,
			givenName: "Anna",
			familyName: "Beispiel",
			about: "",
			nameIsPublic: false,
			stratum: null,
			oldEnough: true,
			livesThere: true,
			email: null,
		};
		expect(must(await applyForSeat(world(person), input)).number).toBe(1);
		expect(codes(await applyForSeat(world(person), input))).toEqual(["already-applied"]);
		const asGuest = { ...input, email: "gast@example.org" };
		expect(must(await applyForSeat(world(guest), asGuest)).number).toBeNull();
		const twice = await Promise.all(
			[1, 2].map(() => application(world(), { callId: call.id, email: "zwei@example.org" }).catch(() => null)),
		);
		expect(twice.filter(Boolean)).toHaveLength(1);
		expect(await db.seatApplication.count({ where: { callId: call.id, number: { not: null } } })).toBe(2);
		const late = world(guest, call.closesAt);
		expect(codes(await applyForSeat(late, { ...input, email: "spaet@example.org" }))).toEqual(["call-closed"]);
		expect(
			codes(await enterApplication(world(manager, call.closesAt), { ...asGuest, phone: "", channel: "phone" })),
		).toEqual(["call-closed"]);
	});

	it("asks what the call says, and refuses without a trace", async () => {
		const { id: groupId } = await group();
		const call = await seatCall(world(), {
			groupId,
			minAge: 16,
			livesIn: "Mayen",
			strataQuestion: "Ortsteil",
			strata: [
				{ label: "Stadt", seats: 1 },
				{ label: "Dörfer", seats: 1 },
			],
		});
		const before = await db.auditEvent.count();
		const input = {
			callId: call.id,
			givenName: "Anna",
			familyName: "Beispiel",
			about: "",
			nameIsPublic: false,
			stratum: 1 as number | null,
			oldEnough: true,
			livesThere: true,
			email: "a@example.org" as string | null,
		};
		for (const [change, code] of [
			[{ givenName: "x".repeat(81) }, "given-name-missing"],
			[{ familyName: " " }, "family-name-missing"],
			[{ stratum: null }, "stratum-missing"],
			[{ stratum: 3 }, "stratum-missing"],
			[{ oldEnough: false }, "age-missing"],
			[{ livesThere: false }, "area-missing"],
			[{ email: "a@" }, "email-unreadable"],
			[{ email: null }, "email-unreadable"],
		] as const) {
			expect(codes(await applyForSeat(world(guest), { ...input, ...change }))).toEqual([code]);
		}
		// all that is missing at once, in the order of the page
		const nothing = {
			...input,
			givenName: "",
			familyName: "",
			email: "",
			stratum: null,
			oldEnough: false,
			livesThere: false,
		};
		expect(codes(await applyForSeat(world(guest), nothing))).toEqual([
			"given-name-missing",
			"family-name-missing",
			"email-unreadable",
			"stratum-missing",
			"age-missing",
			"area-missing",
		]);
		expect(await db.auditEvent.count()).toBe(before);
		await expect(
			enterApplication(world(stranger), { ...input, email: "", phone: "1", channel: "phone" }),
		).rejects.toThrow(Forbidden);
	});

	it("in a group that is not public is nobody's", async () => {
		const hidden = await workingGroup(world(), { organisationId: mayen.organisationId, members: [], isPublic: false });
		await expect(seatCall(world(), { groupId: hidden.id })).rejects.toThrow(/group-not-public/);
		await expect(confirmApplication(world(guest), { token: "x" })).rejects.toThrow(NotFound);
	});
});

describe("the lot", () => {
	it("is drawn once after the deadline, and everybody can draw it again from its record", async () => {
		const { id: groupId } = await group();
		const call = await seatCall(world(), { groupId, publicSource: "Lottozahlen vom 28. November" });
		await applied(call.id, 7);
		const open = await callPage(world(guest), call.code);
		expect(JSON.stringify(open)).not.toContain((await db.seatCall.findUniqueOrThrow({ where: { id: call.id } })).seed);
		expect((await lotRecord(world(guest), call.code)).list).toEqual([]);
		const draw = (at: Date, publicValue: string, actor = manager) =>
			drawLot(world(actor, at), { callId: call.id, publicValue });
		const after = days(1, call.closesAt);
		expect(codes(await draw(now, "1 2 3"))).toEqual(["call-open"]);
		expect(codes(await draw(after, " "))).toEqual(["value-missing"]);
		await expect(draw(after, "1 2 3", stranger)).rejects.toThrow(Forbidden);
		const both = await Promise.all([draw(after, "1 2 3"), draw(after, "4 5 6")]);
		expect(both.flatMap(codes)).toEqual(["call-over"]);

		const record = await lotRecord(world(guest, after), call.code);
		const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
		expect(sha256(record.seed ?? "")).toBe(call.seedHash);
		const again = record.list
			.map(({ number }) => ({ number, digest: sha256(`${record.seed}:${record.publicValue}:${number}`) }))
			.sort((one, other) => (one.digest < other.digest ? -1 : 1));
		expect(record.list.map(({ number, digest }) => ({ number, digest }))).toEqual(again);
		expect(record.list.map(({ state }) => state)).toEqual(["offered", "offered", ...Array(5).fill("listed")]);
		expect(JSON.stringify(record)).not.toMatch(/example\.org|Probe/);
		await expect(db.seatCall.update({ where: { id: call.id }, data: { seed: "anders" } })).rejects.toThrow();
		await expect(
			db.seatApplication.updateMany({ where: { callId: call.id, rank: 1 }, data: { rank: 9 } }),
		).rejects.toThrow();
	});

	it("offers the seat to the next when somebody declines, stays silent, or leaves later", async () => {
		const { id: groupId } = await group();
		const call = await seatCall(world(), { groupId });
		const people = await applied(call.id, 6);
		const at = await drawn(world(), call);
		const order = await db.seatApplication.findMany({ where: { callId: call.id }, orderBy: { rank: "asc" } });
		const token = (rank: number) => people.find(({ id }) => id === order[rank - 1]?.id)?.token ?? "";
		const outcome = must(await answerByLink(world(guest, at), token(1), "accept"));
		expect(outcome).toBeNull();
		expect(codes(await answerByLink(world(guest, at), token(1), "decline"))).toEqual(["not-possible"]);
		must(await answerByLink(world(guest, at), token(2), "decline"));
		expect(await states(call.id)).toEqual(["seated", "declined", "offered", "listed", "listed", "listed"]);

		const late = days(9, at);
		expect((await applicationPage(world(guest, late), token(3))).may.accept).toBe(false);
		expect(codes(await answerByLink(world(guest, late), token(3), "accept"))).toEqual(["offer-over"]);
		expect(await endSeatOffers(world(house, late))).toBeGreaterThan(0);
		expect(await endSeatOffers(world(house, late))).toBe(0);
		expect(await states(call.id)).toEqual(["seated", "declined", "lapsed", "offered", "listed", "listed"]);
		await expect(answerFor(world(stranger, late), order[3]?.id ?? "", "accept")).rejects.toThrow(Forbidden);
		must(await answerFor(world(manager, late), order[3]?.id ?? "", "accept"));

		const seat = await db.seatApplication.findUniqueOrThrow({ where: { id: order[0]?.id ?? "" } });
		const membershipId = seat.membershipId ?? "";
		expect(await db.groupMembership.count({ where: { groupId, benchKind: "citizens" } })).toBe(2);
		must(
			await endSeat(world(manager, late), { groupId, membershipId, endsOn: daysFrom(today(late), 3), reason: "moved" }),
		);
		expect(await states(call.id)).toEqual(["seated", "declined", "lapsed", "seated", "offered", "listed"]);

		const event = await db.auditEvent.findFirstOrThrow({
			where: { type: "groups.call.seat-offered", subjectId: call.id },
			orderBy: [{ at: "desc" }, { position: "desc" }],
		});
		const facts = event.facts as Record<string, string>;
		const told = await callNotices["groups.call.seat-offered"]?.(db, {
			...event,
			subject: { kind: "seat-call", id: call.id },
			facts,
			actorPersonId: null,
		});
		expect(facts.application).toBe(order[4]?.id);
		// whoever leaves on the third day makes room from the fourth
		must(await addSeats(groupId));
		must(await answerFor(world(manager, late), order[4]?.id ?? "", "accept"));
		const moved = await db.seatApplication.findUniqueOrThrow({
			where: { id: order[4]?.id ?? "" },
			include: { membership: true },
		});
		expect(moved.membership?.validFrom).toEqual(daysFrom(today(late), 3));
		expect(told?.map(({ to }) => to)).toEqual([{ email: order[4]?.email, locale: "de" }]);
	});

	it("keeps seats for their strata, and gives one seat to one of two presses at once", async () => {
		const { id: groupId } = await group();
		const call = await seatCall(world(), {
			groupId,
			strataQuestion: "Ortsteil",
			strata: [
				{ label: "Stadt", seats: 1 },
				{ label: "Dörfer", seats: 1 },
			],
		});
		const people = await applied(call.id, 6, (index) => ({ stratum: index === 5 ? 2 : 1 }));
		const at = await drawn(world(), call);
		const village = people[5]?.token ?? "";
		expect((await applicationPage(world(guest, at), village)).application).toBe("offered");
		const twice = await Promise.all([1, 2].map(() => answerByLink(world(guest, at), village, "accept")));
		expect(twice.flatMap(codes)).toEqual(["not-possible"]);
		expect(await db.groupMembership.count({ where: { groupId } })).toBe(1);
	});

	it("passes over who withdrew; a call that is off is not drawn", async () => {
		const { id: groupId } = await group();
		const call = await seatCall(world(), { groupId });
		const [first] = await applied(call.id, 2);
		must(await answerByLink(world(guest), first?.token ?? "", "withdraw"));
		await drawn(world(), call);
		expect((await states(call.id)).sort()).toEqual(["offered", "withdrawn"]);
		const other = await seatCall(world(), { groupId });
		await applied(other.id, 1);
		expect(codes(await cancelCall(world(manager), { callId: other.id, reason: "nein" }))).toEqual(["reason-missing"]);
		must(await cancelCall(world(manager), { callId: other.id, reason: "Die Sitze sind schon besetzt." }));
		expect(codes(await drawLot(world(manager, days(30)), { callId: other.id, publicValue: "" }))).toEqual([
			"call-over",
		]);
	});
});

describe("people's data", () => {
	it("goes with its time and with the person, and the record of the draw stays", async () => {
		const { id: groupId } = await group();
		const call = await seatCall(world(), { groupId });
		await applied(call.id, 4);
		const anna = { ...personWith([], mayen.organisationId, { personId: await human(db, now, "Anna") }), grants: [] };
		const personId = anna.kind === "person" ? anna.personId : "";
		must(
			await applyForSeat(world(anna), {
				callId: call.id,
				givenName: "Anna",
				familyName: "Beispiel",
				about: "Ich kenne den Bus.",
				nameIsPublic: true,
				stratum: null,
				oldEnough: true,
				livesThere: true,
				email: null,
			}),
		);
		expect(JSON.stringify(await callPersonalData.export(db, personId))).toContain("Ich kenne den Bus.");
		await callPersonalData.erase(world(), personId);
		const at = await drawn(world(), call);
		expect((await lotRecord(world(guest, at), call.code)).list).toHaveLength(5);
		const stored = async () =>
			(await db.seatApplication.findMany({ where: { callId: call.id } })).map(({ email }) => email);
		expect((await stored()).filter(Boolean)).toHaveLength(4);
		for (const seen of (await managedCall(world(manager, at), call.code)).applications) {
			if (seen.state === "offered") must(await answerFor(world(manager, at), seen.id, "decline"));
		}
		await endSeatOffers(world(house, days(60, at)));
		await endSeatOffers(world(house, days(120, at)));
		await callPersonalData.retain(world(house, days(366, at)));
		expect((await stored()).filter(Boolean)).toEqual([]);
		expect((await lotRecord(world(guest, at), call.code)).list).toHaveLength(5);
	});
});
