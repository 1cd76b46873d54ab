import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { actingAs, person } from "~tests/factories/accounts";
import { workingGroup } from "~tests/factories/groups";
import { application, drawn, seatCall } from "~tests/factories/groups.seats";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { answerByLink, answerFor } from "../calls/commands/answer.server";
import { applyForSeat } from "../calls/commands/apply.server";
import { applicationPage } from "../calls/queries/call-pages.server";
import { addSeat } from "../seats/commands/seats.server";
import { joinByCode, joinByMail } from "./commands/join-seat.server";
import { writeJoinLetter } from "./commands/write-join-letter.server";
import { joiningPart } from "./manifest-part.server";
import { seatsToJoin } from "./queries/join-pages.server";

const now = new Date("2026-11-22T09:00:00Z");
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: ReturnType<typeof personWith>;
let groupId = "";
let made = 0;

const world = (actor: Parameters<typeof worldOf>[1] = house, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];

beforeAll(async () => {
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Petra") });
});

beforeEach(async () => {
	({ id: groupId } = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		benches: [{ kind: "citizens", minSeats: 1, maxSeats: 6 }],
		members: [],
	}));
});

/** Somebody who registers with this address. */
async function account(email: string) {
	const { personId } = await person(world(), { displayName: `Konto ${email}`, email, password: null });
	return actingAs(world(), personId);
}

/** Somebody drawn who accepted by the link of the mail, without an account. */
async function seated() {
	made += 1;
	const email = `sitz${made}@example.org`;
	const call = await seatCall(world(), { groupId });
	const applied = await application(world(), { callId: call.id, email });
	const at = await drawn(world(), call);
	must(await answerByLink(world(guest, at), applied.token, "accept"));
	const { membershipId } = await db.seatApplication.findUniqueOrThrow({ where: { id: applied.id } });
	return { ...applied, email, at, call, membershipId: membershipId ?? "" };
}
const holderOf = async (membershipId: string) =>
	(await db.groupMembership.findUniqueOrThrow({ where: { id: membershipId } })).personId;
const letter = async (membershipId: string) =>
	must(await writeJoinLetter(world(manager), { groupId, membershipId })).code;

describe("with the same confirmed address", () => {
	it("is joined once, and the person without an account is nobody any more", async () => {
		const seat = await seated();
		const before = await holderOf(seat.membershipId);
		expect((await applicationPage(world(guest, seat.at), seat.token)).account).toBe("none");
		const stranger = await account(`fremd${made}@example.org`);
		expect(await seatsToJoin(world(stranger))).toEqual([]);
		expect((await applicationPage(world(stranger, seat.at), seat.token)).account).toBe("other-address");
		await expect(joinByMail(world(stranger), seat)).rejects.toThrow(NotFound);
		await expect(joinByMail(world(guest), seat)).rejects.toThrow(SignInNeeded);
		expect(await holderOf(seat.membershipId)).toBe(before);

		const own = await account(seat.email);
		expect(await seatsToJoin(world(own))).toMatchObject([{ membershipId: seat.membershipId }]);
		expect(await joiningPart.waiting?.(world(own))).toMatchObject([{ href: "/konto/sitz" }]);
		expect((await applicationPage(world(own, seat.at), seat.token)).account).toBe("to-join");
		const twice = await Promise.all([1, 2].map(() => joinByMail(world(own), seat)));
		expect(twice.filter(({ done }) => done)).toHaveLength(1);
		expect(twice.flatMap(codes)).toEqual(["joined-already"]);
		expect(await holderOf(seat.membershipId)).toBe(own.personId);
		expect(await db.groupMembership.count({ where: { groupId } })).toBe(1);
		expect(await seatsToJoin(world(own))).toEqual([]);
		expect((await applicationPage(world(own, seat.at), seat.token)).account).toBe("joined");
		expect(await db.person.findUniqueOrThrow({ where: { id: before } })).toMatchObject({ familyName: null });
		expect(await db.seatApplication.findUniqueOrThrow({ where: { id: seat.id } })).toMatchObject({
			email: null,
			personId: own.personId,
		});
	});

	it("gives the seat to the account at once where it was made before accepting by the link", async () => {
		const email = "vorher@example.org";
		const call = await seatCall(world(), { groupId });
		const applied = await application(world(), { callId: call.id, email });
		const own = await account(email);
		const at = await drawn(world(), call);
		must(await answerByLink(world(guest, at), applied.token, "accept"));
		const { membershipId } = await db.seatApplication.findUniqueOrThrow({ where: { id: applied.id } });
		expect(await holderOf(membershipId ?? "")).toBe(own.personId);
	});

	it("proves nothing when the administration answered: the address was only told to it", async () => {
		const email = "telefon@example.org";
		const call = await seatCall(world(), { groupId });
		const applied = await application(world(), { callId: call.id, email });
		const own = await account(email);
		const at = await drawn(world(), call);
		must(await answerFor(world(manager, at), applied.id, "accept"));
		const { membershipId } = await db.seatApplication.findUniqueOrThrow({ where: { id: applied.id } });
		expect(await holderOf(membershipId ?? "")).not.toBe(own.personId);
		must(await joinByMail(world(own), { membershipId: membershipId ?? "" }));
		expect(await holderOf(membershipId ?? "")).toBe(own.personId);
	});

	it("gives nobody two seats, nor two lots", async () => {
		const seat = await seated();
		const own = await account(seat.email);
		const more = { groupId, benchKind: "citizens" as const, function: "member" as const, substituteForId: null };
		const period = { nameIsPublic: false, validFrom: daysFrom(today(now), 1), validUntil: null };
		must(await addSeat(world(), { ...more, ...period, holder: { personId: own.personId } }));
		const before = await db.auditEvent.count();
		expect(codes(await joinByMail(world(own), seat))).toEqual(["already-member"]);
		expect(await holderOf(seat.membershipId)).not.toBe(own.personId);
		expect(await db.auditEvent.count()).toBe(before);

		const call = await seatCall(world(), { groupId });
		const email = "zweilose@example.org";
		await application(world(), { callId: call.id, email });
		const rest = { about: "", nameIsPublic: false, stratum: null, oldEnough: true, livesThere: true };
		const names = { givenName: "Zoe", familyName: "Lose" };
		const again = await applyForSeat(world(await account(email)), { callId: call.id, ...names, ...rest, email: null });
		expect(codes(again)).toEqual(["already-applied"]);
		expect(await db.seatApplication.count({ where: { callId: call.id } })).toBe(1);
	});
});

describe("with the code of a letter", () => {
	it("is joined by whoever has it, once; a wrong, old or replaced code joins nothing", async () => {
		const seat = await seated();
		await expect(writeJoinLetter(world(guest), { groupId, membershipId: seat.membershipId })).rejects.toThrow(
			SignInNeeded,
		);
		const [one, other] = [await account(`brief${made}a@example.org`), await account(`brief${made}b@example.org`)];
		await expect(writeJoinLetter(world(one), { groupId, membershipId: seat.membershipId })).rejects.toThrow(Forbidden);
		const first = await letter(seat.membershipId);
		const code = await letter(seat.membershipId);
		expect(JSON.stringify(await db.seatJoinCode.findMany())).not.toContain(code);
		expect(codes(await joinByCode(world(one), first))).toEqual(["code-wrong"]);
		expect(codes(await joinByCode(world(one), "ABCD-EFGH-JKMN"))).toEqual(["code-wrong"]);
		const late = new Date(now.getTime() + 91 * 86_400_000);
		expect(codes(await joinByCode(world(one, late), code))).toEqual(["code-old"]);
		await expect(joinByCode(world(guest), code)).rejects.toThrow(SignInNeeded);

		const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;
		const both = await Promise.all([joinByCode(world(one), typed), joinByCode(world(other), code)]);
		expect(both.filter(({ done }) => done)).toHaveLength(1);
		// whoever is later finds no code, or a seat that is joined
		for (const refusal of both.flatMap(codes)) expect(["code-wrong", "joined-already"]).toContain(refusal);
		const winner = both[0]?.done ? one : other;
		expect(await holderOf(seat.membershipId)).toBe(winner.personId);
		expect(codes(await writeJoinLetter(world(manager), { groupId, membershipId: seat.membershipId }))).toEqual([
			"joined-already",
		]);
		expect(await db.seatJoinCode.count({ where: { membershipId: seat.membershipId } })).toBe(0);
	});

	it("is forgotten with its time, and tried only so often", async () => {
		const seat = await seated();
		await letter(seat.membershipId);
		const late = new Date(now.getTime() + 91 * 86_400_000);
		expect(await joiningPart.personalData?.retain(world(house, late))).toBeGreaterThan(0);
		expect(await db.seatJoinCode.count({ where: { membershipId: seat.membershipId } })).toBe(0);
		const guesser = await account(`raten${made}@example.org`);
		const tries = [];
		for (let count = 0; count < 11; count += 1) tries.push(...codes(await joinByCode(world(guesser), `AAAA-${count}`)));
		expect(tries).toEqual([...Array(10).fill("code-wrong"), "too-many-attempts"]);
	});
});
