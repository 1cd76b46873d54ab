import { afterAll, beforeAll, expect, it } from "vitest";
import { endHolding } from "~/domains/organisations/commands/holdings.server";
import { handOverPage } from "~/domains/organisations/hand-over/queries/hand-overs.server";
import { completePlaces } from "~/domains/organisations/index.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { networkOffice } from "~tests/factories/network-office";
import { holder, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { adminOf, staff, steppedUp } from "~tests/support/actors";
import { everythingAbout } from "../people/everything.server";
import { personalData } from "../personal-data.server";
import { networkAtPlace } from "../place-part.server";
import { addNote, removeNote } from "./notes.server";

let office: Awaited<ReturnType<typeof networkOffice>>;
beforeAll(async () => {
	office = await networkOffice();
	const task = { kind: "TASK" as const, subject: { kind: "task", id: newId(office.now) }, dueOn: null };
	completePlaces([networkAtPlace, { openWork: async () => [task] }]);
});
afterAll(() => completePlaces([]));

const words = "Nur für mich: er ruft lieber abends an.";
const seen = async (partyId: string, actor: Parameters<typeof office.world>[0]) =>
	(await office.page(partyId, null, actor)).notes.map(({ text }) => text);

/** A guide with a post, who keeps three notes about one contact: for colleagues, for the circle, for herself. */
async function guideWithNotes() {
	const postId = await post(office.world(), { organisationId: office.ownerId, label: office.newName("Lotsin") });
	const { holdingId, personId } = await holder(office.world(), {
		postId,
		holder: { givenName: "Ina", familyName: office.newName("Geht") },
	});
	const guide = staff([{ role: "guide", at: office.ownerId }], personId);
	const partyId = await office.person();
	const said = { partyId, happenedOn: "2026-11-20", keepUntil: "2027-11-20" };
	must(await addNote(office.world(guide), { ...said, text: "Für alle hier.", visibility: "STAFF" }));
	must(await addNote(office.world(guide), { ...said, text: "Für den Kreis.", visibility: "CIRCLE" }));
	const { id: noteId } = must(await addNote(office.world(guide), { ...said, text: words, visibility: "AUTHOR" }));
	return { postId, holdingId, personId, guide, partyId, noteId };
}

it("a personal note is its author's alone: colleagues, the lead and a clerk neither read nor remove it", async () => {
	const { guide, partyId, noteId } = await guideWithNotes();
	const lead = adminOf(office.ownerId);
	expect(await seen(partyId, guide)).toContain(words);
	expect((await seen(partyId, lead)).sort()).toEqual(["Für alle hier.", "Für den Kreis."]);
	expect((await seen(partyId, office.guide)).sort()).toEqual(["Für alle hier.", "Für den Kreis."]);
	expect(await seen(partyId, office.clerk)).toEqual(["Für alle hier."]);
	for (const other of [lead, office.guide, office.clerk]) {
		await expect(removeNote(office.world(other), { id: noteId })).rejects.toThrow(NotFound);
	}
	must(await removeNote(office.world(guide), { id: noteId }));
	expect(await office.db.networkNote.count({ where: { id: noteId } })).toBe(0);
});

it("a clerk reads their own personal note, though it is of the narrowest circle", async () => {
	const partyId = await office.person();
	const said = { partyId, happenedOn: "2026-11-20", keepUntil: "2027-11-20", text: words };
	must(await addNote(office.world(office.clerk), { ...said, visibility: "AUTHOR" }));
	expect(await seen(partyId, office.clerk)).toEqual([words]);
	const wide = { ownerId: office.ownerId, partyId, happenedOn: office.now, keepUntil: office.now, text: words };
	await expect(
		office.db.networkNote.create({
			data: { ...wide, id: newId(office.now), visibility: "STAFF", personal: true, createdAt: office.now },
		}),
	).rejects.toThrow(/network_note_personal/);
});

it("in a hand-over personal notes are left out and counted, and the successor reads the others only", async () => {
	const { postId, holdingId, guide, partyId, personId } = await guideWithNotes();
	// what another guide keeps for herself is not counted here
	const said = { partyId, happenedOn: "2026-11-20", keepUntil: "2027-11-20" };
	must(await addNote(office.world(), { ...said, text: "Leylas eigene Notiz.", visibility: "AUTHOR" }));
	const lead = steppedUp(adminOf(office.ownerId), office.now);
	const endsOn = daysFrom(today(office.now), 10);
	const { handOverId } = must(await endHolding(office.world(lead), { postId, holdingId, endsOn }));
	if (!handOverId) throw new Error("no hand-over");
	const next = await holder(office.world(), {
		postId,
		holder: { givenName: "Udo", familyName: "Kommt" },
		validFrom: endsOn,
	});
	const successor = staff([{ role: "guide", at: office.ownerId }], next.personId);
	for (const actor of [successor, lead, guide]) {
		const page = await handOverPage(office.world(actor), "kreis", handOverId);
		expect(page.keptPrivate).toBe(1);
		expect(JSON.stringify(page)).not.toContain(words);
	}
	expect((await seen(partyId, successor)).sort()).toEqual(["Für alle hier.", "Für den Kreis."]);
	await office.db.$transaction((db) => personalData.erase({ ...office.world(), db }, personId));
	expect(await office.db.networkNote.count({ where: { text: words, partyId } })).toBe(0);
	expect(await office.db.networkNote.count({ where: { partyId, personal: false } })).toBe(2);
});

it("30 days after its author has left, a personal note goes: nobody could read it any more", async () => {
	const { holdingId, postId, partyId, personId } = await guideWithNotes();
	await office.db.roleGrant.create({
		data: {
			...{ postId, role: "guide", ownerId: office.ownerId, scopeKind: "organisation", scopeId: office.ownerId },
			...{ id: newId(office.now), validFrom: today(office.now) },
		},
	});
	const email = `${office.newName("ina")}@kreis.example`.toLowerCase().replaceAll(" ", "-");
	await office.db.account.create({
		data: { id: newId(office.now), personId, email, emailConfirmedAt: office.now, createdAt: office.now },
	});
	const lead = steppedUp(adminOf(office.ownerId), office.now);
	const endsOn = daysFrom(today(office.now), 40);
	must(await endHolding(office.world(lead), { postId, holdingId, endsOn }));
	const left = async (days: number) => {
		const now = new Date(office.now.getTime() + days * 86_400_000);
		await office.db.$transaction((db) => personalData.retain({ ...office.world(), db, now }));
		const rows = await office.db.networkNote.findMany({ where: { partyId }, select: { text: true } });
		return rows.map(({ text }) => text).sort();
	};
	const others = ["Für alle hier.", "Für den Kreis."];
	expect(await left(39)).toEqual([...others, words].sort());
	expect(await left(69)).toEqual([...others, words].sort());
	expect(await left(70)).toEqual(others);
});

it("who asks for their data gets personal notes about them, too", async () => {
	const { partyId } = await guideWithNotes();
	const [entry] = (await everythingAbout(office.db, [partyId])).eintraege;
	expect(entry?.vermerke.find(({ text }) => text === words)?.sichtbarFuer).toBe("AUTHOR");
});
