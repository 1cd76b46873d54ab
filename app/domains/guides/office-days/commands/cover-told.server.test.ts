import { afterAll, beforeAll, expect, test } from "vitest";
import { ablePeople } from "~/domains/accounts/index.server";
import { manifest as accounts } from "~/domains/accounts/manifest.server";
import { declineCover } from "~/domains/organisations/absence/commands/absences.server";
import { acceptDeputy } from "~/domains/organisations/commands/deputies.server";
import { completePlaces } from "~/domains/organisations/index.server";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { Manifest, RecordedEvent } from "~/platform/manifest.server";
import type { World } from "~/platform/world.server";
import { absence } from "~tests/factories/absences";
import { person } from "~tests/factories/accounts";
import { coveragePlan, officeSeries } from "~tests/factories/guides";
import { holder, municipality, openPlace, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff, steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { notices } from "../notices.server";
import { uncoveredWithin } from "../queries/uncovered.server";
import { bookSlot } from "./book.server";

let world: World;
let ownerId: string;
let leaderId: string;

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-09T10:00:00Z"), locale: "de" };
	completePlaces([{ able: ablePeople }]);
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	const scope = { kind: "organisation" as const, id: ownerId };
	const leader = await person(world, {
		displayName: "Leitung",
		email: "leitung@probe.example",
		password: null,
		roles: [{ role: "organisation-admin", scope, ownerId }],
	});
	leaderId = leader.personId;
});
afterAll(() => completePlaces([]));

async function told(from: Manifest["notices"], type: string) {
	const row = await world.db.auditEvent.findFirstOrThrow({
		where: { type },
		orderBy: [{ at: "desc" }, { position: "desc" }],
	});
	const event: RecordedEvent = {
		id: row.id,
		type,
		ownerId: row.ownerId,
		at: row.at,
		subject: { kind: row.subjectKind, id: row.subjectId },
		facts: row.facts as RecordedEvent["facts"],
		actorPersonId: row.actorKind === "person" ? row.actorId : null,
	};
	return (await from?.[type]?.(world.db, event)) ?? [];
}

test("who booked is told once somebody stands in, by name; the lead is told as long as nobody does", async () => {
	const postId = await post(world, { organisationId: ownerId, label: "Lotsin", kind: "GUIDE" });
	const coverPostId = await post(world, { organisationId: ownerId, label: "Lotse", kind: "GUIDE" });
	await coveragePlan(world, { ownerId, fallbackPostId: postId });
	const { personId } = await holder(world, { postId, holder: { givenName: "Leyla", familyName: "Acar" } });
	const scope = { kind: "organisation" as const, id: ownerId };
	const cover = await person(world, {
		displayName: "Nils Adams",
		email: "nils@probe.example",
		password: null,
		roles: [{ role: "guide", scope, ownerId }],
	});
	await holder(world, { postId: coverPostId, holder: { personId: cover.personId } });
	const code = await officeSeries(world, { ownerId, postId, municipalityId: ownerId, firstDay: "2026-03-10" });
	for (const [day, email] of [
		["2026-03-10", "bald@post.example"],
		["2026-03-24", "spaeter@post.example"],
	] as const) {
		const slot = { at: { code, day }, minute: 0, name: "Rosa Beispiel", email, phone: null, subject: null };
		must(await bookSlot(world, slot));
	}
	const absenceId = await absence(world, {
		ownerId,
		personId,
		validUntil: daysFrom(today(world.now), 7),
		coverPostId,
		reason: "Grippe",
	});
	expect(await told(notices, "organisations.absence.reported")).toEqual([]);
	const uncovered = await told(accounts.notices, "organisations.absence.reported");
	expect(uncovered).toMatchObject([
		{ to: { personId: leaderId }, action: { path: "/o/probe/verwaltung/abwesenheiten" } },
	]);
	expect(JSON.stringify(uncovered)).not.toMatch(/Grippe|Leyla/);
	// the absence lists the day, with who could be there; somebody with an office day at the same time could not
	const within = { postIds: [postId], from: today(world.now), until: daysFrom(today(world.now), 7) };
	const open = () => uncoveredWithin({ ...world, actor: house }, within);
	expect(await open()).toMatchObject([
		{
			title: expect.stringMatching(/^Dienstag, 10\..März.2026, 09:00–12:00$/),
			bookings: 1,
			standIns: ["Nils Adams – Lotse"],
		},
	]);
	expect(await uncoveredWithin({ ...world, actor: house }, { ...within, until: today(world.now) })).toEqual([]);
	const busy = {
		ownerId,
		postId: coverPostId,
		municipalityId: ownerId,
		rhythm: "ONCE" as const,
		firstDay: "2026-03-10",
	};
	await officeSeries(world, { ...busy, opensAt: "11:00", closesAt: "13:00" });
	expect(await open()).toMatchObject([{ standIns: [] }]);
	const { id: arrangementId } = await world.db.deputyArrangement.findFirstOrThrow({ where: { absenceId } });
	const asCover = steppedUp(staff([{ role: "guide", at: ownerId }], cover.personId), world.now);
	must(await acceptDeputy({ ...world, actor: asCover }, { arrangementId }));
	expect(await open()).toEqual([]);
	const mails = await told(notices, "organisations.deputy.accepted");
	expect(mails).toMatchObject([
		{ to: { email: "bald@post.example" }, subject: "Ihr Termin bleibt: Sprechtag in Kreis" },
	]);
	expect(mails[0]?.paragraphs).toContain("Wer da ist: Nils Adams, in Vertretung (Lotsin)");
	expect(JSON.stringify(mails)).not.toContain("Grippe");
	must(await declineCover({ ...world, actor: asCover }, { arrangementId }));
	expect(await told(accounts.notices, "organisations.absence.cover-declined")).toHaveLength(1);
});

test("somebody without an account, or without a role there, does not stand in", async () => {
	const elsewhere = await municipality(world, { name: "Anderswo" });
	const scope = { kind: "organisation" as const, id: elsewhere };
	const stranger = await person(world, {
		displayName: "Fremd",
		email: "fremd@probe.example",
		password: null,
		roles: [{ role: "guide", scope, ownerId: elsewhere }],
	});
	const { id: withoutAccount } = await world.db.person.create({ data: { displayName: "Ohne Konto" } });
	const postId = await post(world, { organisationId: ownerId, label: "Dritte" });
	const personIds = [stranger.personId, withoutAccount, leaderId];
	const byHouse = { ...world, actor: house };
	expect(await ablePeople(byHouse, { postId, organisationId: ownerId, personIds })).toEqual([leaderId]);
	// a post that brings its own role gives it to whoever stands in
	await world.db.roleGrant.create({
		data: {
			role: "guide",
			scopeKind: "organisation",
			scopeId: ownerId,
			ownerId,
			postId,
			validFrom: today(world.now),
		},
	});
	const able = await ablePeople(byHouse, { postId, organisationId: ownerId, personIds });
	expect(able.sort()).toEqual([stranger.personId, leaderId].sort());
});

test("a booking is the post's: it stays when somebody new begins, and who booked is told who that is", async () => {
	const postId = await post(world, { organisationId: ownerId, label: "Lotsin Maifeld", kind: "GUIDE" });
	const until = daysFrom(today(world.now), 7);
	const first = { postId, holder: { givenName: "Oliver", familyName: "Busch" }, validUntil: until };
	await holder(world, first);
	const code = await officeSeries(world, { ownerId, postId, municipalityId: ownerId, firstDay: "2026-03-10" });
	for (const [day, email] of [
		["2026-03-10", "vorher@post.example"],
		["2026-03-17", "nachher@post.example"],
	] as const) {
		must(await bookSlot(world, { at: { code, day }, minute: 0, name: "Rosa", email, phone: null, subject: null }));
	}
	const later: World = { ...world, now: new Date("2026-03-09T12:00:00Z") };
	await holder(later, { postId, holder: { givenName: "Ida", familyName: "Lenz" }, validFrom: until });
	const row = await world.db.auditEvent.findFirstOrThrow({
		where: { type: "organisations.holding.began", subjectId: postId, at: later.now },
	});
	const event = { id: row.id, type: row.type, ownerId: row.ownerId, at: row.at, actorPersonId: null };
	const facts = row.facts as RecordedEvent["facts"];
	const subject = { kind: row.subjectKind, id: row.subjectId };
	const mails = (await notices?.[row.type]?.(world.db, { ...event, facts, subject })) ?? [];
	expect(mails).toMatchObject([{ to: { email: "nachher@post.example" } }]);
	expect(mails[0]?.paragraphs).toContain("Wer da ist: Ida Lenz (Lotsin Maifeld)");
	expect(await world.db.officeBooking.count({ where: { officeDay: { series: { code } }, cancelledAt: null } })).toBe(2);
});
