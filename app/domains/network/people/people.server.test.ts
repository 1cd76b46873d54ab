import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "~/platform/actor";
import { Forbidden, NotFound } from "~/platform/outcome";
import { keyPerson, tie, told } from "~tests/factories/network";
import { networkOffice } from "~tests/factories/network-office";
import { topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { worldOf } from "~tests/factories/participation";
import { addNote } from "../commands/notes.server";
import { type SheetColumn, sheetColumns } from "../importing/contact-sheet";
import { checkedSheet } from "../importing/import-contacts.server";
import { seenParty } from "../queries/conditions.server";
import { everythingAbout } from "./everything.server";
import { accessDocument, objectionPage } from "./pages.server";
import { erasePerson, forgetDue, informByMail, informDue, objectByLink, refuseObjection } from "./rights.server";

let office: Awaited<ReturnType<typeof networkOffice>>;
beforeAll(async () => {
	office = await networkOffice();
});

const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);

describe("people's rights (93)", () => {
	const linkIn = async (email: string) => {
		const mail = await office.db.mail.findFirstOrThrow({ where: { to: email, text: { contains: "widerspruch/" } } });
		return /widerspruch\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
	};

	it("are told once, may object, and then only those who decide see the entry", async () => {
		const id = await office.person({ email: "wera@post.example", familyName: "Widerspruch" });
		await told(office.world(), id);
		expect(codesOf(await informByMail(office.world(), { id }))).toEqual(["already-informed"]);
		const token = await linkIn("wera@post.example");
		expect((await objectionPage(office.world(guest), token)).name).toBe("Maria Widerspruch");
		await expect(objectionPage(office.world(guest), `${token.slice(1)}A`)).rejects.toThrow(NotFound);
		must(await objectByLink(office.world(guest), { token, text: "Ich möchte das nicht." }));
		expect(codesOf(await objectByLink(office.world(guest), { token, text: "" }))).toEqual(["already-objected"]);
		await expect(office.page(id, null, office.clerk)).rejects.toThrow(NotFound);
		expect((await office.page(id)).party.objectedAt).not.toBeNull();
		await expect(refuseObjection(office.world(office.clerk), { id, answer: "Wir brauchen das." })).rejects.toThrow();
		must(await refuseObjection(office.world(), { id, answer: "Das Amt ist öffentlich." }));
		expect((await office.page(id, null, office.clerk)).party.name).toBe("Maria Widerspruch");
	});

	it("who withdraws their consent is seen by nobody but those who delete, and no answer keeps the entry", async () => {
		const open = { basis: "CONSENT", visibility: "PUBLIC", familyName: "Einwilligung" } as const;
		const id = await office.person({ ...open, email: "einwilligung@post.example" });
		const seenBy = async (actor: Parameters<typeof office.world>[0]) => {
			const view = office.world(actor);
			const [row] = await office.db.$queryRaw<{ count: number }[]>`
				SELECT count(*)::int AS count FROM network_party p
				WHERE p.id = ${id}::uuid AND ${seenParty(view, office.ownerId, "p")}`;
			return row?.count;
		};
		expect([await seenBy(guest), await seenBy(office.clerk)]).toEqual([1, 1]);
		await told(office.world(), id);
		const token = await linkIn("einwilligung@post.example");
		must(await objectByLink(office.world(guest), { token, text: "" }));
		expect([await seenBy(guest), await seenBy(office.clerk), await seenBy(undefined)]).toEqual([0, 0, 1]);
		await expect(office.page(id, null, office.clerk)).rejects.toThrow(NotFound);
		expect((await objectionPage(office.world(guest), token)).basis).toBe("CONSENT");
		const answer = "Wir brauchen die Angaben noch.";
		expect(codesOf(await refuseObjection(office.world(), { id, answer }))).toEqual(["consent-withdrawn"]);
		expect((await office.page(id)).party.objectedAt).not.toBeNull();
		expect(must(await erasePerson(office.world(), { id }))).toEqual({ staysNamed: false });
		await expect(objectionPage(office.world(guest), token)).rejects.toThrow(NotFound);
	});

	it("get everything in one file, and are forgotten with everything but their offices", async () => {
		const [club, council] = [await office.organisation(), await office.organisation()];
		const id = await office.person({ familyName: "Auskunft", email: "a@post.example", ownKey: "auskunft-1" });
		await tie(office.world(), { fromId: id, toId: club });
		await tie(office.world(), { fromId: id, toId: council, type: "mandate" });
		must(
			await addNote(office.world(), {
				partyId: id,
				happenedOn: "2026-11-20",
				text: "Geheimer Vermerk",
				visibility: "CIRCLE",
				keepUntil: "2027-11-20",
			}),
		);
		const file = JSON.stringify(await everythingAbout(office.db, [id]));
		for (const fact of ["Geheimer Vermerk", "a@post.example", "ist Mitglied von", "hat ein Mandat in", "Gespräch"])
			expect(file).toContain(fact);
		const words = await accessDocument(office.world(), { place: "kreis", party: id });
		const [entry] = words.about.eintraege;
		expect(entry?.vermerke.map(({ text }) => text)).toEqual(["Geheimer Vermerk"]);
		expect(entry?.verbindungen).toHaveLength(2);
		await expect(accessDocument(office.world(office.clerk), { place: "kreis", party: id })).rejects.toThrow(Forbidden);
		await expect(erasePerson(office.world(office.clerk), { id })).rejects.toThrow(Forbidden);
		expect(must(await erasePerson(office.world(), { id }))).toEqual({ staysNamed: true });
		const after = await office.page(id);
		expect(after.party).toMatchObject({ name: "Maria Auskunft", email: null, erased: true });
		expect(after.ties.map(({ label }) => label)).toEqual(["hat ein Mandat in"]);
		expect(JSON.stringify(await everythingAbout(office.db, [id]))).not.toContain("Geheimer Vermerk");
		const again = await checkedSheet(office.world(), office.ownerId, [
			{
				row: 2,
				cells: {
					...Object.fromEntries(Object.keys(sheetColumns).map((name) => [name, ""])),
					key: "auskunft-1",
					kind: "Person",
					familyName: "Auskunft",
				} as Record<SheetColumn, string>,
			},
		]);
		expect(again.rows[0]?.problems.map(({ code }) => code)).toEqual(["was-forgotten"]);
	});

	it("are told and forgotten in time by the house itself, once", async () => {
		const late = await office.person({ familyName: "Frist", email: "frist@post.example", keepUntil: "2027-01-31" });
		const inTime = (day: string) => worldOf(office.db, guest, new Date(`${day}T08:00:00Z`));
		await informDue(inTime("2026-12-18"));
		expect((await office.db.networkParty.findUniqueOrThrow({ where: { id: late } })).informedOn).toBeNull();
		await informDue(inTime("2026-12-22"));
		expect((await office.db.networkParty.findUniqueOrThrow({ where: { id: late } })).informedHow).toBe("mail");
		expect(await informDue(inTime("2026-12-22"))).toBe(0);
		await forgetDue(inTime("2027-01-30"));
		expect((await office.db.networkParty.findUniqueOrThrow({ where: { id: late } })).erasedAt).toBeNull();
		await forgetDue(inTime("2027-01-31"));
		expect(await office.db.networkParty.findUniqueOrThrow({ where: { id: late } })).toMatchObject({
			displayName: "",
			email: null,
		});
	});
});

describe("each fact about a person (invariant 10)", () => {
	it.each([
		["person without an end", "network_party_person_ends", { keepUntil: null }],
		["party without a purpose", "network_party_said", { purpose: "" }],
		["party without a source", "network_party_said", { source: "" }],
	])("the database keeps no %s", async (_, constraint, data) => {
		const id = await office.person();
		await expect(office.db.networkParty.update({ where: { id }, data })).rejects.toThrow(constraint);
	});

	it.each([{ purpose: "" }, { source: "" }])("nor a tie or a mark with %j", async (data) => {
		const [fromId, toId] = [await office.person(), await office.organisation()];
		const id = await tie(office.world(), { fromId, toId, type: "member", firstDay: "2026-01-01" });
		await expect(office.db.networkTie.update({ where: { id }, data })).rejects.toThrow("network_tie_said");
		const topicId = await topic(office.world(), { ownerId: office.ownerId, name: office.newName("Thema") });
		const why = "Kennt alle Vereine.";
		const markId = await keyPerson(office.world(), { partyId: fromId, tieId: id, topicId, why });
		const mark = office.db.networkKeyPerson.update({ where: { id: markId }, data });
		await expect(mark).rejects.toThrow("network_key_person_said");
	});
});
