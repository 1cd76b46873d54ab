import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, type Role } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { keyPerson, networkOrganisation, networkPerson, tie, told } from "~tests/factories/network";
import { topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { confirmParties } from "./commands/confirm.server";
import { freeze } from "./commands/freeze.server";
import { addNote } from "./commands/notes.server";
import { endTie, relate, reopenTie } from "./commands/ties.server";
import { readFilter, writeFilter } from "./filter";
import { type SheetColumn, sheetColumns } from "./importing/contact-sheet";
import { checkedSheet, importContacts } from "./importing/import-contacts.server";
import { importOparl } from "./importing/import-oparl.server";
import { readOparl } from "./importing/oparl";
import { manifest } from "./manifest.server";
import { suggestions } from "./merging/duplicates.server";
import { mergeParties, undoMerge } from "./merging/merge.server";
import { everythingAbout } from "./people/everything.server";
import { objectionPage } from "./people/pages.server";
import { erasePerson, forgetDue, informByMail, informDue, objectByLink, refuseObjection } from "./people/rights.server";
import { bridgesOf, networkPicture } from "./queries/network-view.server";
import { partyForm } from "./queries/party-form.server";
import { listParties } from "./queries/party-list.server";
import { partyPage } from "./queries/party-page.server";
import { snapshot } from "./queries/snapshots.server";

const now = new Date("2026-11-22T10:00:00Z");
let db: PrismaClient;
let county: Awaited<ReturnType<typeof place>>;
let guide: Actor & { kind: "person" };
let clerk: Actor & { kind: "person" };
let stranger: Actor & { kind: "person" };

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	county = await place(db, now, { slug: "kreis", name: "Kreis" });
	const elsewhere = await place(db, now, { slug: "anderswo", name: "Anderswo" });
	const person = async (name: string, role: Role, at: string) =>
		personWith([role], at, { personId: await human(db, now, name), displayName: name });
	guide = await person("Leyla", "guide", county.organisationId);
	clerk = await person("Hannes", "staff", county.organisationId);
	stranger = await person("Knut", "organisation-admin", elsewhere.organisationId);
});

const world = (actor: Actor = guide, at = now) => worldOf(db, actor, at);
const ownerId = () => county.organisationId;
let names = 0;
const organisation = (given: Partial<Parameters<typeof networkOrganisation>[1]> = {}) =>
	networkOrganisation(world(), { ownerId: ownerId(), name: `Verein Nummer ${++names}`, ...given });
const person = (given: Partial<Parameters<typeof networkPerson>[1]> = {}) =>
	networkPerson(world(), { ownerId: ownerId(), familyName: `Mensch${++names}`, ...given });
const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);
const page = (id: string, day: string | null = null, actor: Actor = guide) =>
	partyPage(world(actor), { place: "kreis", party: id }, day);
const presentTies = async (id: string, day: string | null = null) =>
	(await page(id, day)).ties.filter(({ inForce }) => inForce).map(({ label, other }) => `${label} ${other.name}`);
const events = () => db.auditEvent.count();

describe("functions over time (84–86)", () => {
	it("today and an earlier day give different correct lists; both ends read right", async () => {
		const [club, council] = [await organisation({ name: "Sportverein Alt" }), await organisation({ name: "Rat Neu" })];
		const maria = await person({ givenName: "Maria", familyName: "Zeit" });
		await tie(world(), { fromId: maria, toId: club, type: "chair", firstDay: "2020-01-01", lastDay: "2024-06-30" });
		await tie(world(), { fromId: maria, toId: council, type: "mandate", firstDay: "2024-07-01", term: "2024–2029" });
		await tie(world(), { fromId: maria, toId: club, type: "member", firstDay: "2019-01-01" });
		expect(await presentTies(maria)).toEqual(["hat ein Mandat in Rat Neu", "ist Mitglied von Sportverein Alt"]);
		expect(await presentTies(maria, "2023-03-01")).toEqual([
			"hat den Vorsitz von Sportverein Alt",
			"ist Mitglied von Sportverein Alt",
		]);
		expect(await presentTies(maria, "2024-06-30")).toContain("hat den Vorsitz von Sportverein Alt");
		expect(await presentTies(club, "2023-03-01")).toContain("hat als Vorsitz Maria Zeit");
		const listed = async (query: string) => {
			const { parties } = await listParties(world(), ownerId(), readFilter(new URLSearchParams(query)), {
				page: 1,
				size: 50,
			});
			return parties.find(({ id }) => id === maria)?.ties;
		};
		expect(await listed("q=Maria+Zeit")).toEqual(["hat ein Mandat in Rat Neu", "ist Mitglied von Sportverein Alt"]);
		expect(await listed("q=Maria+Zeit&tag=2023-03-01")).toEqual([
			"hat den Vorsitz von Sportverein Alt",
			"ist Mitglied von Sportverein Alt",
		]);
		expect(await listed("q=Maria+Zeit&tag=2018-03-01")).toBeUndefined();
		expect(await listed("q=Mria+Zeit")).toBeDefined();
	});

	it("ending one alters no other; taking up again is a new period", async () => {
		const [club, maria] = [await organisation(), await person()];
		const first = await tie(world(), { fromId: maria, toId: club, type: "chair", firstDay: "2020-01-01" });
		const other = await tie(world(), { fromId: maria, toId: club, type: "member", firstDay: "2020-01-01" });
		const before = await db.networkTie.findUniqueOrThrow({ where: { id: other } });
		must(await endTie(world(), { id: first, lastDay: "2023-12-31" }));
		expect(await db.networkTie.findUniqueOrThrow({ where: { id: other } })).toEqual(before);
		const ended = await db.networkTie.findUniqueOrThrow({ where: { id: first } });
		expect(codesOf(await endTie(world(), { id: first, lastDay: "2024-12-31" }))).toEqual(["ended-earlier"]);
		expect(codesOf(await reopenTie(world(), { id: first, firstDay: "2023-06-01", source: "x" }))).toEqual([
			"already-tied",
		]);
		const again = must(await reopenTie(world(), { id: first, firstDay: "2025-01-01", source: "Wahl" }));
		expect(again.id).not.toBe(first);
		expect(await db.networkTie.findUniqueOrThrow({ where: { id: first } })).toEqual(ended);
		expect((await page(maria)).ties.filter(({ label }) => label === "hat den Vorsitz von")).toHaveLength(2);
	});

	it("the same at the same time is refused, also of two at once, and leaves no trace", async () => {
		const [club, maria] = [await organisation(), await person()];
		const give = () => tie(world(), { fromId: maria, toId: club, firstDay: "2024-01-01" });
		const both = await Promise.allSettled([give(), give()]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const count = await events();
		await expect(give()).rejects.toThrow("already-tied");
		await expect(tie(world(), { fromId: club, toId: maria, type: "chair" })).rejects.toThrow("type-not-between");
		expect(await events()).toBe(count);
		const together = { fromId: maria, toId: club, type: "cooperates" };
		await tie(world(), together);
		await expect(tie(world(), { ...together, fromId: club, toId: maria })).rejects.toThrow("already-tied");
	});
});

describe("who may", () => {
	it("everybody who keeps the network can open the form of a person, and of its entry", async () => {
		for (const actor of [guide, clerk]) expect((await partyForm(world(actor), "kreis", "PERSON")).kind).toBe("PERSON");
		await expect(partyForm(world(stranger), "kreis", "PERSON")).rejects.toThrow(Forbidden);
	});

	it("others see nothing and change nothing; a narrow circle stays narrow; nothing public shows what is not", async () => {
		const club = await organisation({ name: "Offener Verein", visibility: "PUBLIC" });
		const hidden = await person({ visibility: "CIRCLE" });
		await tie(world(), { fromId: hidden, toId: club });
		await expect(page(club, null, stranger)).rejects.toThrow(Forbidden);
		await expect(page(club, null, guest)).rejects.toThrow(SignInNeeded);
		await expect(page(hidden, null, clerk)).rejects.toThrow(NotFound);
		expect((await page(club, null, clerk)).ties).toEqual([]);
		expect((await page(club)).ties).toHaveLength(1);
		await expect(
			endTie(world(stranger), { id: (await page(club)).ties[0]?.id ?? "", lastDay: "2026-01-01" }),
		).rejects.toThrow(Forbidden);
		const seen = await listParties(world(guest), ownerId(), readFilter(new URLSearchParams()), { page: 1, size: 50 });
		expect(seen.parties.map(({ name, ties }) => [name, ties])).toEqual([["Offener Verein", []]]);
		const open = { purpose: "p", basis: "TASK", source: "s", visibility: "PUBLIC" } as const;
		const input = { type: "member", role: "", firstDay: "2026-01-01", lastDay: null, term: null, electoralArea: null };
		const rest = { votingRight: null, onBehalfOfId: null, substituteForId: null };
		const other = await organisation();
		expect(codesOf(await relate(world(), { ...open, ...input, ...rest, fromId: other, toId: club }))).toEqual([
			"too-wide",
		]);
	});

	it("an entry of another owner cannot be tied", async () => {
		const mine = await organisation();
		const theirs = await networkOrganisation(world(stranger), {
			ownerId: stranger.grants[0]?.scope.kind === "organisation" ? stranger.grants[0].scope.id : "",
			name: "Fremd",
		});
		await expect(tie(world(), { fromId: mine, toId: theirs })).rejects.toThrow("other-missing");
	});
});

describe("certainty (87)", () => {
	it("after a year without confirmation a fact is uncertain, until somebody confirms it with what stands there", async () => {
		const old = world(guide, new Date("2025-11-20T10:00:00Z"));
		const club = await networkOrganisation(old, { ownerId: ownerId(), name: "Alter Kontakt" });
		const maria = await networkPerson(old, { ownerId: ownerId(), familyName: "Altbekannt" });
		await tie(old, { fromId: maria, toId: club });
		const shown = await page(maria);
		expect([shown.party.uncertain, shown.ties[0]?.uncertain]).toEqual([true, true]);
		expect(shown.ties[0]).toMatchObject({ source: "Gespräch", author: "Leyla" });
		const unsure = await listParties(world(), ownerId(), readFilter(new URLSearchParams("unsicher=ja")), {
			page: 1,
			size: 50,
		});
		expect(unsure.parties.map(({ name }) => name).sort()).toEqual(["Alter Kontakt", "Maria Altbekannt"]);
		expect(codesOf(await confirmParties(world(), { ownerId: ownerId(), partyIds: [] }))).toEqual(["nobody-chosen"]);
		must(await confirmParties(world(), { ownerId: ownerId(), partyIds: [maria] }));
		const after = await page(maria);
		expect([after.party.uncertain, after.ties[0]?.uncertain]).toEqual([false, false]);
		expect((await page(club)).party.uncertain).toBe(true);
	});

	it("a key person has a capacity, a reason, an author and a review, and ends with the capacity", async () => {
		const [club, maria] = [await organisation(), await person()];
		const topicId = await topic(world(), { ownerId: ownerId(), name: `Thema ${++names}` });
		const tieId = await tie(world(), { fromId: maria, toId: club, type: "chair" });
		await keyPerson(world(), { partyId: maria, tieId, topicId, why: "Kennt alle Vereine im Tal." });
		expect((await page(maria)).marks[0]).toMatchObject({
			author: "Leyla",
			inForce: true,
			reviewOn: "2027-11-22",
			why: "Kennt alle Vereine im Tal.",
		});
		await expect(
			keyPerson(world(), {
				partyId: maria,
				tieId: await tie(world(), { fromId: await person(), toId: club }),
				topicId,
				why: "fremd",
			}),
		).rejects.toThrow("capacity-missing");
		must(await endTie(world(), { id: tieId, lastDay: "2026-11-22" }));
		expect((await page(maria, "2026-11-23")).marks.some(({ inForce }) => inForce)).toBe(false);
	});
});

describe("the picture (89–91)", () => {
	it("shows what the table shows, finds bridges, and a kept state stays as it was", async () => {
		const hub = await organisation({ name: "Landkreis Probe", organisationId: ownerId() });
		const far = await organisation({ name: "Ferne Firma" });
		const bridge = await person({ givenName: "Brigitte", familyName: "Brücke" });
		await tie(world(), { fromId: bridge, toId: hub, type: "office" });
		const only = await tie(world(), { fromId: bridge, toId: far, type: "board" });
		const filter = readFilter(new URLSearchParams("q=Ferne Firma"));
		const { nodes, ties } = await networkPicture(world(), ownerId(), filter);
		expect(nodes.map(({ name }) => name)).toEqual(["Brigitte Brücke", "Ferne Firma"]);
		expect(ties.map(({ from, label, to }) => `${from.name} ${label} ${to.name}`)).toEqual([
			"Brigitte Brücke gehört zum Vorstand von Ferne Firma",
		]);
		const found = (await bridgesOf(world(), ownerId(), null)).find(({ id }) => id === bridge);
		expect(found?.organisations.map(({ name }) => name)).toEqual(["Ferne Firma"]);
		const kept = must(await freeze(world(), { ownerId: ownerId(), name: "Stand", filter: writeFilter(filter) }));
		must(await endTie(world(), { id: only, lastDay: "2026-11-21" }));
		expect((await networkPicture(world(), ownerId(), filter)).ties).toEqual([]);
		expect((await networkPicture(world(), ownerId(), { ...filter, day: "2026-11-21" })).ties).toHaveLength(1);
		const frozen = await snapshot(world(), { place: "kreis", snapshot: kept.id });
		expect(frozen.ties.map(({ label }) => label)).toEqual(["gehört zum Vorstand von"]);
		must(await erasePerson(world(), { id: bridge }));
		expect((await snapshot(world(), { place: "kreis", snapshot: kept.id })).ties[0]?.from.name).toBe("");
	});
});

describe("merging (92)", () => {
	const everything = async (ids: string[]) => ({
		parties: (
			await db.networkParty.findMany({ where: { id: { in: ids } }, include: { topics: true }, orderBy: { id: "asc" } })
		).map(({ revision: _, ...row }) => row),
		ties: await db.networkTie.findMany({
			where: { OR: [{ fromId: { in: ids } }, { toId: { in: ids } }] },
			orderBy: { id: "asc" },
		}),
		notes: await db.networkNote.findMany({ where: { partyId: { in: ids } }, orderBy: { id: "asc" } }),
		marks: await db.networkKeyPerson.findMany({ where: { partyId: { in: ids } }, orderBy: { id: "asc" } }),
	});

	it("keeps ties, notes and marks; undone, everything is exactly as it was", async () => {
		const [club, other] = [await organisation(), await organisation()];
		const topicId = await topic(world(), { ownerId: ownerId(), name: `Thema ${++names}` });
		const one = await person({ givenName: "Hans", familyName: "Doppelmann", email: "hans@doppel.example" });
		const two = await person({
			givenName: "Hans",
			familyName: "Doppelman",
			phone: "030 23125 900",
			topicIds: [topicId],
		});
		await tie(world(), { fromId: one, toId: club, type: "chair" });
		const same = await tie(world(), { fromId: two, toId: club, type: "chair" });
		await tie(world(), { fromId: two, toId: other, type: "member" });
		await tie(world(), { fromId: one, toId: two, type: "knows" });
		await keyPerson(world(), { partyId: two, tieId: same, topicId, why: "Weiß, wer was kann." });
		must(
			await addNote(world(), {
				partyId: two,
				happenedOn: "2026-11-20",
				text: "Telefonat",
				visibility: "STAFF",
				keepUntil: "2027-11-20",
			}),
		);
		expect(
			(await suggestions(world(), ownerId())).some(
				({ first, second }) => [first.id, second.id].sort().join() === [one, two].sort().join(),
			),
		).toBe(true);
		const before = await everything([one, two]);
		const choices = { name: "survivor", email: "survivor", phone: "merged" } as const;
		const merge = must(await mergeParties(world(), { survivorId: one, mergedId: two, choices }));
		const merged = await page(one);
		expect(merged.party).toMatchObject({
			name: "Hans Doppelmann",
			email: "hans@doppel.example",
			phone: "030 23125 900",
		});
		expect(merged.ties.map(({ label }) => label).sort()).toEqual(["hat den Vorsitz von", "ist Mitglied von"]);
		expect([merged.notes.length, merged.marks.length, merged.party.topics.length]).toEqual([1, 1, 1]);
		expect(merged.marks[0]?.capacity).toContain("hat den Vorsitz von");
		await expect(page(two)).rejects.toThrow(NotFound);
		must(await undoMerge(world(), merge));
		expect(await everything([one, two])).toEqual(before);
		expect(codesOf(await undoMerge(world(), merge))).toEqual(["already-undone"]);
	});

	it("of two merges the later is undone first; what changed since stays", async () => {
		const [one, two, three] = [await person(), await person({ email: "zwei@post.example" }), await person()];
		const choices = { name: "survivor", email: "merged", phone: "survivor" } as const;
		const first = must(await mergeParties(world(), { survivorId: one, mergedId: two, choices }));
		const later = must(
			await mergeParties(world(guide, new Date("2026-11-22T11:00:00Z")), {
				survivorId: one,
				mergedId: three,
				choices: { ...choices, email: "survivor" },
			}),
		);
		expect(codesOf(await undoMerge(world(), first))).toEqual(["later-first"]);
		must(await undoMerge(world(), later));
		await db.networkParty.update({ where: { id: one }, data: { email: "neu@post.example" } });
		must(await undoMerge(world(), first));
		expect((await page(one)).party.email).toBe("neu@post.example");
		expect(codesOf(await mergeParties(world(), { survivorId: one, mergedId: await organisation(), choices }))).toEqual([
			"not-alike",
		]);
	});
});

describe("tables and OParl (94)", () => {
	const row = (number: number, cells: Partial<Record<SheetColumn, string>>) => ({
		row: number,
		cells: Object.fromEntries(
			Object.keys(sheetColumns).map((name) => [name, cells[name as SheetColumn] ?? ""]),
		) as Record<SheetColumn, string>,
	});
	const club = { key: "club-1", kind: "Organisation", name: "Tabellenverein" };
	const chair = {
		key: "p-1",
		kind: "Person",
		givenName: "Tina",
		familyName: "Tabelle",
		type: "hat den Vorsitz von",
		target: "club-1",
		since: "2024-01-01",
	};

	it("is taken over once, however often it is read", async () => {
		const rows = [row(2, club), row(3, chair)];
		expect(must(await importContacts(world(), { ownerId: ownerId(), rows }))).toEqual({
			entered: 2,
			changed: 0,
			ties: 1,
			ended: 0,
			same: 0,
		});
		expect(must(await importContacts(world(), { ownerId: ownerId(), rows }))).toEqual({
			entered: 0,
			changed: 0,
			ties: 0,
			ended: 0,
			same: 2,
		});
		const ended = [row(2, { ...club, name: "Tabellenverein e. V." }), row(3, { ...chair, lastDay: "2025-12-31" })];
		expect(must(await importContacts(world(), { ownerId: ownerId(), rows: ended }))).toEqual({
			entered: 0,
			changed: 1,
			ties: 0,
			ended: 1,
			same: 1,
		});
	});

	it("says of every row what is wrong, and stores nothing", async () => {
		const rows = [
			row(2, { ...club, key: "", kind: "Firma" }),
			row(3, { ...chair, key: "p-2", email: "kein at", since: "31.12.2024", target: "gibt es nicht" }),
			row(4, { ...chair, key: "p-3", familyName: "" }),
		];
		const count = await events();
		const sheet = await checkedSheet(world(), ownerId(), rows);
		expect(sheet.rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual(
			[
				["kind-unknown", "key-missing"].sort(),
				["sheet-email-wrong", "sheet-day-wrong", "target-unknown"],
				["sheet-name-missing"],
			].map((codes, index) => (index === 0 ? ["key-missing", "kind-unknown"] : codes)),
		);
		expect(codesOf(await importContacts(world(), { ownerId: ownerId(), rows }))).toEqual(["sheet-wrong"]);
		expect(await events()).toBe(count);
	});

	it("council members are updated by id, lapsed seats end, nothing is deleted", async () => {
		const schema = "https://schema.oparl.org/1.1";
		const member = (id: string, more: object = {}) => ({
			id: `https://ris.example/m/${id}`,
			type: `${schema}/Membership`,
			organization: "https://ris.example/o/1",
			startDate: "2024-07-01",
			votingRight: true,
			role: "Mitglied",
			...more,
		});
		const file = (people: object[]) =>
			JSON.stringify({
				data: [{ id: "https://ris.example/o/1", type: `${schema}/Organization`, name: "Kreistag" }, ...people],
			});
		const human_ = (id: string, name: string, membership: object[]) => ({
			id: `https://ris.example/p/${id}`,
			type: `${schema}/Person`,
			name,
			email: [`${id}@rat.example`],
			membership,
		});
		const give = async (json: string, complete = true) => {
			const oparl = readOparl(json);
			if (!oparl) throw new Error("unreadable");
			return must(
				await importOparl(world(), {
					ownerId: ownerId(),
					oparl,
					complete,
					lapsedOn: "2026-11-21",
					purpose: "Rat",
					source: "OParl",
				}),
			);
		};
		const both = file([human_("1", "Rita Rat", [member("1")]), human_("2", "Siegfried Sitz", [member("2")])]);
		expect(await give(both)).toEqual({ entered: 3, changed: 0, began: 2, ended: 0 });
		expect(await give(both)).toEqual({ entered: 0, changed: 0, began: 0, ended: 0 });
		const later = file([human_("1", "Rita Rat-Neu", [member("1", { endDate: "2026-10-31" })])]);
		expect(await give(later)).toEqual({ entered: 0, changed: 1, began: 0, ended: 2 });
		const ties = await db.networkTie.findMany({
			where: { oparlId: { startsWith: "https://ris.example/m/" } },
			orderBy: { oparlId: "asc" },
		});
		expect(ties.map(({ validUntil }) => validUntil?.toISOString().slice(0, 10))).toEqual(["2026-11-01", "2026-11-22"]);
		expect(readOparl("{}")).toBeNull();
		expect(readOparl(JSON.stringify(member("3")))?.problems.map(({ code }) => code)).toEqual(["oparl-ends-missing"]);
	});
});

describe("people's rights (93)", () => {
	const linkIn = async (email: string) => {
		const mail = await db.mail.findFirstOrThrow({ where: { to: email }, orderBy: { createdAt: "desc" } });
		return /widerspruch\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
	};

	it("are told once, may object, and then only those who decide see the entry", async () => {
		const id = await person({ email: "wera@post.example", familyName: "Widerspruch" });
		await told(world(), id);
		expect(codesOf(await informByMail(world(), { id }))).toEqual(["already-informed"]);
		const token = await linkIn("wera@post.example");
		expect((await objectionPage(world(guest), token)).name).toBe("Maria Widerspruch");
		await expect(objectionPage(world(guest), `${token.slice(1)}A`)).rejects.toThrow(NotFound);
		must(await objectByLink(world(guest), { token, text: "Ich möchte das nicht." }));
		expect(codesOf(await objectByLink(world(guest), { token, text: "" }))).toEqual(["already-objected"]);
		await expect(page(id, null, clerk)).rejects.toThrow(NotFound);
		expect((await page(id)).party.objectedAt).not.toBeNull();
		await expect(refuseObjection(world(clerk), { id, answer: "Wir brauchen das." })).rejects.toThrow();
		must(await refuseObjection(world(), { id, answer: "Das Amt ist öffentlich." }));
		expect((await page(id, null, clerk)).party.name).toBe("Maria Widerspruch");
	});

	it("get everything in one file, and are forgotten with everything but their offices", async () => {
		const [club, council] = [await organisation(), await organisation()];
		const id = await person({ familyName: "Auskunft", email: "a@post.example", ownKey: "auskunft-1" });
		await tie(world(), { fromId: id, toId: club });
		await tie(world(), { fromId: id, toId: council, type: "mandate" });
		must(
			await addNote(world(), {
				partyId: id,
				happenedOn: "2026-11-20",
				text: "Geheimer Vermerk",
				visibility: "CIRCLE",
				keepUntil: "2027-11-20",
			}),
		);
		const file = JSON.stringify(await everythingAbout(db, [id]));
		for (const fact of ["Geheimer Vermerk", "a@post.example", "ist Mitglied von", "hat ein Mandat in", "Gespräch"])
			expect(file).toContain(fact);
		await expect(erasePerson(world(clerk), { id })).rejects.toThrow(Forbidden);
		expect(must(await erasePerson(world(), { id }))).toEqual({ staysNamed: true });
		const after = await page(id);
		expect(after.party).toMatchObject({ name: "Maria Auskunft", email: null, erased: true });
		expect(after.ties.map(({ label }) => label)).toEqual(["hat ein Mandat in"]);
		expect(JSON.stringify(await everythingAbout(db, [id]))).not.toContain("Geheimer Vermerk");
		const again = await checkedSheet(world(), ownerId(), [
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
		const late = await person({ familyName: "Frist", email: "frist@post.example", keepUntil: "2027-01-31" });
		const inTime = (day: string) => worldOf(db, guest, new Date(`${day}T08:00:00Z`));
		await informDue(inTime("2026-12-18"));
		expect((await db.networkParty.findUniqueOrThrow({ where: { id: late } })).informedOn).toBeNull();
		await informDue(inTime("2026-12-22"));
		expect((await db.networkParty.findUniqueOrThrow({ where: { id: late } })).informedHow).toBe("mail");
		expect(await informDue(inTime("2026-12-22"))).toBe(0);
		await forgetDue(inTime("2027-01-30"));
		expect((await db.networkParty.findUniqueOrThrow({ where: { id: late } })).erasedAt).toBeNull();
		await forgetDue(inTime("2027-01-31"));
		expect(await db.networkParty.findUniqueOrThrow({ where: { id: late } })).toMatchObject({
			displayName: "",
			email: null,
		});
	});
});
