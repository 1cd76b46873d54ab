import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId } from "~/platform/tokens.server";
import { attendance, type GroupMade, meeting, substitute, workingGroup } from "~tests/factories/groups";
import { groupFile, groupGuest, storedText } from "~tests/factories/groups.seats";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { foundGroup } from "../../charter/commands/found-group.server";
import { addFileVersion, addGroupFile, removeOldFiles, showFile } from "../../documents/commands/group-files.server";
import { documentsPage } from "../../documents/queries/group-files.server";
import { inviteGuest, revokeGuest } from "../../guests/commands/invite-guest.server";
import { guestPath } from "../../guests/guest-token.server";
import { guestPersonalData } from "../../guests/personal-data.server";
import { guestFile, guestPage } from "../../guests/queries/guest-pages.server";
import { manifest } from "../../manifest.server";
import { recordAttendance } from "../../meetings/commands/meetings.server";
import { memberPage } from "../../member/queries/member-page.server";
import { endSeat, resign } from "./leave.server";
import { addSeat } from "./seats.server";

const now = new Date("2026-11-22T09:00:00Z");
const day = today(now);
const dayIn = (days: number) => daysFrom(day, days);
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor;
let stranger: Actor;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];
const someone = async (name: string) => {
	const personId = await human(db, now, name);
	return { personId, actor: { ...personWith([], mayen.organisationId, { personId }), grants: [] } as Actor };
};

beforeAll(async () => {
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Koblenz" });
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Petra") });
	stranger = personWith(["participation-manager"], koblenz.organisationId, { personId: await human(db, now, "Knut") });
});

async function group(personId?: string, isPublic = true) {
	return workingGroup(world(), {
		organisationId: mayen.organisationId,
		benches: [{ kind: "advisory", minSeats: 0, maxSeats: 2 }],
		isPublic,
		members: personId ? [{ bench: "advisory", person: { personId } }] : [],
	});
}

const seat = (groupId: string, more: Partial<Parameters<typeof addSeat>[1]> = {}) => ({
	groupId,
	benchKind: "advisory" as const,
	holder: { givenName: "Probe", familyName: "Beirat" },
	function: "member" as const,
	substituteForId: null,
	nameIsPublic: true,
	validFrom: day,
	validUntil: null,
	...more,
});

describe("seats", () => {
	it("are filled again by the same person after a break, but not twice on a day", async () => {
		const { personId } = await someone("Wieda");
		const made = await group(personId);
		const again = (from: number) => addSeat(world(), seat(made.id, { holder: { personId }, validFrom: dayIn(from) }));
		expect(codes(await again(30))).toEqual(["already-member"]);
		const membershipId = made.members[0]?.membershipId ?? "";
		must(await endSeat(world(manager), { groupId: made.id, membershipId, endsOn: dayIn(10), reason: "term-over" }));
		expect(codes(await again(9))).toEqual(["already-member"]);
		must(await again(30));
		expect(await db.groupMembership.count({ where: { groupId: made.id, personId } })).toBe(2);
	});

	it("are stood in for by whom the same body sends, who is no seat of its own", async () => {
		const made = await group();
		must(await addSeat(world(), seat(made.id, { onBehalfOf: "Seniorenbeirat" })));
		must(await addSeat(world(), seat(made.id, { onBehalfOf: "Jugendbeirat" })));
		const substitute = { function: "substitute" as const, benchKind: null };
		expect(codes(await addSeat(world(), seat(made.id, substitute)))).toEqual(["seat-missing"]);
		expect(codes(await addSeat(world(), seat(made.id, { ...substitute, onBehalfOf: "Kinderbeirat" })))).toEqual([
			"behalf-unknown",
		]);
		const sent = must(await addSeat(world(), seat(made.id, { ...substitute, onBehalfOf: " Seniorenbeirat " })));
		const stored = await db.groupMembership.findUniqueOrThrow({ where: { id: sent.membershipId } });
		expect([stored.benchKind, stored.onBehalfOf, stored.substituteForId]).toEqual(["advisory", "Seniorenbeirat", null]);
		expect(codes(await addSeat(world(), seat(made.id)))).toEqual(["bench-full"]);
	});

	it("are left by their holder: from tomorrow on, never somebody else's", async () => {
		const { personId, actor } = await someone("Gela");
		const made = await group(personId);
		const leave = (by: Actor, days: number) => resign(world(by), { groupId: made.id, endsOn: dayIn(days) });
		expect(codes(await leave(actor, 0))).toEqual(["day-outside"]);
		await expect(leave(manager, 1)).rejects.toThrow(NotFound);
		must(await leave(actor, 1));
		const stored = await db.groupMembership.findFirstOrThrow({ where: { groupId: made.id, personId } });
		expect([stored.validUntil, stored.endReason]).toEqual([dayIn(1), "resigned"]);
		await expect(resign(world(actor, later(3)), { groupId: made.id, endsOn: dayIn(9) })).rejects.toThrow(NotFound);
	});
});

describe("a member's part of the group page", () => {
	it("shows what is coming, and what happened before they joined; absent before joining was nobody", async () => {
		const old = await someone("Alt");
		const fresh = await someone("Neu");
		const made = await group(old.personId);
		const { meetingId } = await meeting(world(), { groupId: made.id, startsAt: later(-30), title: "Erste Sitzung" });
		await attendance(world(), meetingId, []);
		must(await addSeat(world(), seat(made.id, { holder: { personId: fresh.personId } })));
		await meeting(world(), { groupId: made.id, startsAt: later(20), title: "Zweite Sitzung" });
		const at = { place: "mayen", group: made.slug };
		const page = await memberPage(world(fresh.actor), at);
		const titles = (id: string) => page.sections.find((one) => one.id === id)?.entries.map(({ text }) => text) ?? [];
		expect(titles("sitzungen")).toEqual(["Zweite Sitzung"]);
		expect(titles("geschichte")).toContain("Erste Sitzung");
		expect(page.seat.attendance).toEqual({ held: 0, attended: 0 });
		expect((await memberPage(world(old.actor), at)).seat.attendance).toEqual({ held: 1, attended: 0 });
		await expect(memberPage(world(manager), at)).rejects.toThrow(NotFound);
		await expect(memberPage(world(guest), at)).rejects.toThrow();
	});
});

describe("papers", () => {
	it("have versions, are found by words, and closed ones are the members'", async () => {
		const { personId, actor } = await someone("Mitglied");
		const made = await group(personId);
		const id = await groupFile(world(), { groupId: made.id, title: "Entwurf der Leitlinien" });
		const open = await groupFile(world(), { groupId: made.id, title: "Einladung", isPublic: true });
		must(await addFileVersion(world(actor), { id, stored: storedText(now, "zweite.txt"), note: "Kapitel 2 ist neu" }));
		const at = { place: "mayen", group: made.slug };
		const titles = async (by: Actor, words = "") =>
			(await documentsPage(world(by), at, words)).files.map(({ title }) => title);
		expect((await titles(actor)).sort()).toEqual(["Einladung", "Entwurf der Leitlinien"]);
		expect(await titles(actor, "zweite")).toEqual(["Entwurf der Leitlinien"]);
		expect(await titles(guest)).toEqual(["Einladung"]);
		const [seen] = (await documentsPage(world(actor), at, "entwurf")).files;
		expect(seen?.versions.map(({ number, note }) => [number, note])[0]).toEqual([2, "Kapitel 2 ist neu"]);
		const mayRead = (by: Actor, file: string) => manifest.subjects?.["group-file"]?.mayReadFiles?.(world(by), file);
		expect([await mayRead(guest, id), await mayRead(actor, id), await mayRead(guest, open)]).toEqual([
			false,
			true,
			true,
		]);
		expect(await mayRead(stranger, id)).toBe(false);
		await expect(showFile(world(actor), { id, isPublic: true })).rejects.toThrow(Forbidden);
		must(await showFile(world(manager), { id, isPublic: true }));
		await expect(
			addGroupFile(world(actor), {
				groupId: made.id,
				title: "Öffentlich",
				isPublic: true,
				keepUntil: null,
				stored: storedText(now),
			}),
		).rejects.toThrow(Forbidden);
	});

	it("go when their time is over, once", async () => {
		const made = await group();
		const id = await groupFile(world(), { groupId: made.id, keepUntil: dayIn(5) });
		expect(await removeOldFiles(world(house, later(4)))).toBe(0);
		expect(await removeOldFiles(world(house, later(5)))).toBe(1);
		expect(await removeOldFiles(world(house, later(5)))).toBe(0);
		const version = await db.groupFileVersion.findFirstOrThrow({ where: { groupFileId: id } });
		expect((await db.file.findUniqueOrThrow({ where: { id: version.fileId } })).removedAt).toEqual(later(5));
	});
});

describe("guests", () => {
	const tokenOf = (id: string) => guestPath(id).split("/").at(-1) ?? "";

	it("see and open only what they were invited to, until their last day", async () => {
		const made = await group(undefined, false);
		const { meetingId, agendaItemId } = await meeting(world(), {
			groupId: made.id,
			startsAt: later(10),
			item: "Rufbus",
		});
		await db.agendaItem.create({
			data: { id: storedText(now).id, meetingId, position: 2, title: "Geheimes", isPublic: false },
		});
		const named = await groupFile(world(), { groupId: made.id, title: "Gutachten" });
		const other = await groupFile(world(), { groupId: made.id, title: "Personal" });
		const token = tokenOf(
			await groupGuest(world(), { groupId: made.id, agendaItemIds: [agendaItemId], groupFileIds: [named] }),
		);
		const page = await guestPage(world(guest), token);
		expect(page?.items.map(({ title }) => title)).toEqual(["Rufbus"]);
		expect(page?.files.map(({ title }) => title)).toEqual(["Gutachten"]);
		expect(JSON.stringify(page)).not.toMatch(/Geheimes|Personal/);
		const fileOf = async (id: string) =>
			(await db.groupFileVersion.findFirstOrThrow({ where: { groupFileId: id } })).fileId;
		expect((await guestFile(world(guest), token, await fileOf(named))).name).toBe("unterlage.txt");
		await expect(guestFile(world(guest), token, await fileOf(other))).rejects.toThrow(NotFound);
		expect(await guestPage(world(guest, later(29)), token)).not.toBeNull();
		expect(await guestPage(world(guest, later(30)), token)).toBeNull();
		await expect(guestFile(world(guest, later(30)), token, await fileOf(named))).rejects.toThrow(NotFound);
		await expect(guestPage(world(guest), `${token.slice(0, -4)}AAAA`)).rejects.toThrow(NotFound);
	});

	it("lose their access at once when it is revoked, and the trace stays", async () => {
		const made = await group();
		const file = await groupFile(world(), { groupId: made.id });
		const guestId = await groupGuest(world(), { groupId: made.id, groupFileIds: [file] });
		const revoke = (by: Actor, reason: string) => revokeGuest(world(by), { groupId: made.id, guestId, reason });
		expect(codes(await revoke(manager, "so"))).toEqual(["reason-missing"]);
		await expect(revoke(stranger, "Das Gutachten ist fertig.")).rejects.toThrow(Forbidden);
		const twice = await Promise.all([1, 2].map(() => revoke(manager, "Das Gutachten ist fertig.")));
		expect(twice.flatMap(codes)).toEqual(["guest-over"]);
		expect(await guestPage(world(guest), tokenOf(guestId))).toBeNull();
		expect(await db.groupGuest.findUniqueOrThrow({ where: { id: guestId }, include: { files: true } })).toMatchObject({
			revokeReason: "Das Gutachten ist fertig.",
			files: [{ groupFileId: file }],
		});
		await guestPersonalData.retain(world(house, later(31)));
		expect((await db.groupGuest.findUniqueOrThrow({ where: { id: guestId } })).email).toBeNull();
	});

	it("are invited to what is the group's own, by who runs it", async () => {
		const made = await group();
		const foreign = await group();
		const file = await groupFile(world(), { groupId: foreign.id });
		const own = await groupFile(world(), { groupId: made.id });
		const input = {
			groupId: made.id,
			name: "Gisela",
			email: "g@example.org",
			purpose: "",
			agendaItemIds: [] as string[],
			groupFileIds: [own],
			validUntil: dayIn(3),
		};
		for (const [change, code] of [
			[{ groupFileIds: [file] }, "nothing-chosen"],
			[{ groupFileIds: [] }, "nothing-chosen"],
			[{ email: "g@" }, "email-unreadable"],
			[{ name: " " }, "name-missing"],
			[{ validUntil: day }, "last-day-past"],
		] as const) {
			expect(
				codes(
					await inviteGuest(world(manager), {
						...input,
						...change,
						groupFileIds: [...("groupFileIds" in change ? change.groupFileIds : [own])],
					}),
				),
			).toEqual([code]);
		}
		const { actor } = await someone("Nur Mitglied");
		await expect(inviteGuest(world(actor), input)).rejects.toThrow(Forbidden);
		must(await inviteGuest(world(manager), input));
	});
});

describe("founding and seats", () => {
	let own: GroupMade;
	let chair: Actor;
	beforeAll(async () => {
		const vera = await someone("Vera");
		chair = vera.actor;
		own = await workingGroup(world(), {
			organisationId: mayen.organisationId,
			members: [
				{ bench: "administration", person: { givenName: "Probe", familyName: "Amt" } },
				{ bench: "politics", person: { personId: vera.personId }, function: "chair" },
			],
		});
	});
	const founding = () => ({
		organisationId: mayen.organisationId,
		name: "Arbeitskreis Bäume",
		mandate: richTextFromMarkdown("Schatten für alle."),
		benches: [{ kind: "citizens" as const, minSeats: 1, maxSeats: 1 }],
		rule: { quorum: null, threshold: simple, eachBench: null },
		isPublic: true,
		validFrom: today(now),
		validUntil: null,
		reviewOn: daysFrom(today(now), 365),
	});
	const simple = { share: { numerator: 1, denominator: 2 }, comparison: "more-than", base: "yes-and-no" } as const;
	const newcomer = (groupId: string, familyName: string) => ({
		groupId,
		benchKind: "citizens" as const,
		holder: { givenName: "Probe", familyName },
		function: "member" as const,
		substituteForId: null,
		nameIsPublic: true,
		validFrom: today(now),
		validUntil: null,
	});

	it("gives groups of one name different addresses, also two at once", async () => {
		const made = await Promise.all([1, 2, 3].map(() => foundGroup(world(manager), founding())));
		expect(made.map((one) => must(one).slug).sort()).toEqual([
			"arbeitskreis-baeume",
			"arbeitskreis-baeume-2",
			"arbeitskreis-baeume-3",
		]);
	});

	it("refuses a charter that is none and leaves no trace", async () => {
		const before = await db.workingGroup.count();
		const events = await db.auditEvent.count();
		for (const [change, code] of [
			[{ mandate: richTextFromMarkdown(" ") }, "mandate-missing"],
			[{ benches: [] }, "benches-missing"],
			[{ benches: [{ kind: "citizens" as const, minSeats: 2, maxSeats: 1 }] }, "bench-order"],
			[{ validUntil: today(now) }, "period-empty"],
			[{ reviewOn: daysFrom(today(now), -1) }, "review-before-beginning"],
		] as const) {
			const outcome = await foundGroup(world(manager), {
				...founding(),
				...change,
				benches: [...(change.benches ?? founding().benches)],
			});
			expect(outcome).toMatchObject({ done: false, refusals: [{ code }] });
		}
		expect(await db.workingGroup.count()).toBe(before);
		expect(await db.auditEvent.count()).toBe(events);
	});

	it("is for those who manage the owner's groups", async () => {
		await expect(foundGroup(world(stranger), founding())).rejects.toThrow(Forbidden);
		await expect(foundGroup(world(chair), founding())).rejects.toThrow(Forbidden);
		await expect(foundGroup(world(guest), founding())).rejects.toThrow(SignInNeeded);
		await expect(addSeat(world(stranger), newcomer(own.id, "X"))).rejects.toThrow(Forbidden);
	});

	it("lets one of two at once have the last seat", async () => {
		const { id } = must(await foundGroup(world(manager), founding()));
		const outcomes = await Promise.all(["A", "B"].map((who) => addSeat(world(manager), newcomer(id, who))));
		expect(outcomes.map((one) => (one.done ? "done" : one.refusals[0]?.code)).sort()).toEqual(["bench-full", "done"]);
		expect(await db.groupMembership.count({ where: { groupId: id } })).toBe(1);
	});

	it("has one chair, and nobody twice", async () => {
		const [, first] = own.members;
		if (!first) throw new Error("no member");
		expect(
			await addSeat(world(manager), {
				...newcomer(own.id, ""),
				holder: { personId: first.personId },
				benchKind: "advisory",
			}),
		).toMatchObject({ done: false, refusals: [{ code: "already-member" }] });
		expect(await addSeat(world(manager), { ...newcomer(own.id, "Y"), function: "chair" })).toMatchObject({
			done: false,
			refusals: [{ code: "chair-taken" }],
		});
		expect(await addSeat(world(manager), { ...newcomer(own.id, ""), holder: { personId: newId(now) } })).toMatchObject({
			done: false,
			refusals: [{ code: "person-unknown" }],
		});
	});

	it("ends a seat with its substitutes, but never before a meeting that was held", async () => {
		const { id } = must(await foundGroup(world(manager), founding()));
		const made = must(await addSeat(world(manager), newcomer(id, "A")));
		const stand = await substitute(world(), {
			groupId: id,
			seatId: made.membershipId,
			person: { givenName: "Probe", familyName: "V" },
			validFrom: today(now),
		});
		const { meetingId } = await meeting(world(house), { groupId: id, startsAt: now });
		must(await recordAttendance(world(), { meetingId, presences: [] }));
		const end = (days: number) =>
			endSeat(world(manager), { groupId: id, membershipId: made.membershipId, endsOn: daysFrom(today(now), days) });
		expect(await end(0)).toMatchObject({ refusals: [{ code: "period-empty" }] });
		must(await end(3));
		expect(await end(4)).toMatchObject({ refusals: [{ code: "ends-earlier" }] });
		expect((await db.groupMembership.findUnique({ where: { id: stand } }))?.validUntil).toEqual(
			daysFrom(today(now), 3),
		);
		expect(await addSeat(world(manager), newcomer(id, "Z"))).toMatchObject({
			refusals: [{ code: "meeting-held-later" }],
		});
	});
});
