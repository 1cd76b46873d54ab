import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "~/platform/actor";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { keyPerson, networkOrganisation, networkPerson, tie } from "~tests/factories/network";
import { networkOffice } from "~tests/factories/network-office";
import { topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { confirmParties } from "./commands/confirm.server";
import { freeze } from "./commands/freeze.server";
import { endTie, relate, reopenTie } from "./commands/ties.server";
import { readFilter, writeFilter } from "./filter";
import { erasePerson } from "./people/rights.server";
import { bridgesOf, networkPicture } from "./queries/network-view.server";
import { partyForm } from "./queries/party-form.server";
import { listParties } from "./queries/party-list.server";
import { snapshot } from "./queries/snapshots.server";

let office: Awaited<ReturnType<typeof networkOffice>>;
beforeAll(async () => {
	office = await networkOffice();
});

const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);
const presentTies = async (id: string, day: string | null = null) =>
	(await office.page(id, day)).ties
		.filter(({ inForce }) => inForce)
		.map(({ label, other }) => `${label} ${other.name}`);
const events = () => office.db.auditEvent.count();

describe("functions over time (84–86)", () => {
	it("today and an earlier day give different correct lists; both ends read right", async () => {
		const [club, council] = [
			await office.organisation({ name: "Sportverein Alt" }),
			await office.organisation({ name: "Rat Neu" }),
		];
		const maria = await office.person({ givenName: "Maria", familyName: "Zeit" });
		await tie(office.world(), {
			fromId: maria,
			toId: club,
			type: "chair",
			firstDay: "2020-01-01",
			lastDay: "2024-06-30",
		});
		await tie(office.world(), {
			fromId: maria,
			toId: council,
			type: "mandate",
			firstDay: "2024-07-01",
			term: "2024–2029",
		});
		await tie(office.world(), { fromId: maria, toId: club, type: "member", firstDay: "2019-01-01" });
		expect(await presentTies(maria)).toEqual(["hat ein Mandat in Rat Neu", "ist Mitglied von Sportverein Alt"]);
		expect(await presentTies(maria, "2023-03-01")).toEqual([
			"hat den Vorsitz von Sportverein Alt",
			"ist Mitglied von Sportverein Alt",
		]);
		expect(await presentTies(maria, "2024-06-30")).toContain("hat den Vorsitz von Sportverein Alt");
		expect(await presentTies(club, "2023-03-01")).toContain("hat als Vorsitz Maria Zeit");
		const listed = async (query: string) => {
			const { parties } = await listParties(office.world(), office.ownerId, readFilter(new URLSearchParams(query)), {
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
		const [club, maria] = [await office.organisation(), await office.person()];
		const first = await tie(office.world(), { fromId: maria, toId: club, type: "chair", firstDay: "2020-01-01" });
		const other = await tie(office.world(), { fromId: maria, toId: club, type: "member", firstDay: "2020-01-01" });
		const before = await office.db.networkTie.findUniqueOrThrow({ where: { id: other } });
		must(await endTie(office.world(), { id: first, lastDay: "2023-12-31" }));
		expect(await office.db.networkTie.findUniqueOrThrow({ where: { id: other } })).toEqual(before);
		const ended = await office.db.networkTie.findUniqueOrThrow({ where: { id: first } });
		expect(codesOf(await endTie(office.world(), { id: first, lastDay: "2024-12-31" }))).toEqual(["ended-earlier"]);
		expect(codesOf(await reopenTie(office.world(), { id: first, firstDay: "2023-06-01", source: "x" }))).toEqual([
			"already-tied",
		]);
		const again = must(await reopenTie(office.world(), { id: first, firstDay: "2025-01-01", source: "Wahl" }));
		expect(again.id).not.toBe(first);
		expect(await office.db.networkTie.findUniqueOrThrow({ where: { id: first } })).toEqual(ended);
		expect((await office.page(maria)).ties.filter(({ label }) => label === "hat den Vorsitz von")).toHaveLength(2);
	});

	it("only what has ended is taken up again, by who keeps it and sees it", async () => {
		const [club, maria] = [await office.organisation(), await office.person()];
		const first = await tie(office.world(), { fromId: maria, toId: club, type: "chair", firstDay: "2020-01-01" });
		const again = { id: first, firstDay: "2025-01-01", source: "Wahl" };
		expect(codesOf(await reopenTie(office.world(), again))).toEqual(["not-ended"]);
		must(await endTie(office.world(), { id: first, lastDay: "2023-12-31" }));
		const before = await office.db.networkTie.count();
		await expect(reopenTie(office.world(office.stranger), again)).rejects.toThrow(Forbidden);
		await expect(reopenTie(office.world(guest), again)).rejects.toThrow(SignInNeeded);
		await office.db.networkTie.update({ where: { id: first }, data: { visibility: "CIRCLE" } });
		await expect(reopenTie(office.world(office.clerk), again)).rejects.toThrow(NotFound);
		expect(codesOf(await reopenTie(office.world(), { ...again, firstDay: "30. Februar" }))).toEqual(["day-missing"]);
		expect(await office.db.networkTie.count()).toBe(before);
		must(await reopenTie(office.world(), again));
	});

	it("the same at the same time is refused, also of two at once, and leaves no trace", async () => {
		const [club, maria] = [await office.organisation(), await office.person()];
		const give = () => tie(office.world(), { fromId: maria, toId: club, firstDay: "2024-01-01" });
		const both = await Promise.allSettled([give(), give()]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const count = await events();
		await expect(give()).rejects.toThrow("already-tied");
		await expect(tie(office.world(), { fromId: club, toId: maria, type: "chair" })).rejects.toThrow("type-not-between");
		expect(await events()).toBe(count);
		const together = { fromId: maria, toId: club, type: "cooperates" };
		await tie(office.world(), together);
		await expect(tie(office.world(), { ...together, fromId: club, toId: maria })).rejects.toThrow("already-tied");
	});
});

describe("who may", () => {
	it("everybody who keeps the network can open the form of a person, and of its entry", async () => {
		for (const actor of [office.guide, office.clerk])
			expect((await partyForm(office.world(actor), "kreis", "PERSON")).kind).toBe("PERSON");
		await expect(partyForm(office.world(office.stranger), "kreis", "PERSON")).rejects.toThrow(Forbidden);
	});

	it("others see nothing and change nothing; a narrow circle stays narrow; nothing public shows what is not", async () => {
		const club = await office.organisation({ name: "Offener Verein", visibility: "PUBLIC" });
		const hidden = await office.person({ visibility: "CIRCLE" });
		await tie(office.world(), { fromId: hidden, toId: club });
		await expect(office.page(club, null, office.stranger)).rejects.toThrow(Forbidden);
		await expect(office.page(club, null, guest)).rejects.toThrow(SignInNeeded);
		await expect(office.page(hidden, null, office.clerk)).rejects.toThrow(NotFound);
		expect((await office.page(club, null, office.clerk)).ties).toEqual([]);
		expect((await office.page(club)).ties).toHaveLength(1);
		await expect(
			endTie(office.world(office.stranger), { id: (await office.page(club)).ties[0]?.id ?? "", lastDay: "2026-01-01" }),
		).rejects.toThrow(Forbidden);
		const seen = await listParties(office.world(guest), office.ownerId, readFilter(new URLSearchParams()), {
			page: 1,
			size: 50,
		});
		expect(seen.parties.map(({ name, ties }) => [name, ties])).toEqual([["Offener Verein", []]]);
		const open = { purpose: "p", basis: "TASK", source: "s", visibility: "PUBLIC" } as const;
		const input = { type: "member", role: "", firstDay: "2026-01-01", lastDay: null, term: null, electoralArea: null };
		const rest = { votingRight: null, onBehalfOfId: null, substituteForId: null };
		const other = await office.organisation();
		expect(codesOf(await relate(office.world(), { ...open, ...input, ...rest, fromId: other, toId: club }))).toEqual([
			"too-wide",
		]);
	});

	it("an entry of another owner cannot be tied", async () => {
		const mine = await office.organisation();
		const theirs = await networkOrganisation(office.world(office.stranger), {
			ownerId: office.stranger.grants[0]?.scope.kind === "organisation" ? office.stranger.grants[0].scope.id : "",
			name: "Fremd",
		});
		await expect(tie(office.world(), { fromId: mine, toId: theirs })).rejects.toThrow("other-missing");
	});
});

describe("certainty (87)", () => {
	it("after a year without confirmation a fact is uncertain, until somebody confirms it with what stands there", async () => {
		const old = office.world(office.guide, new Date("2025-11-20T10:00:00Z"));
		const club = await networkOrganisation(old, { ownerId: office.ownerId, name: "Alter Kontakt" });
		const maria = await networkPerson(old, { ownerId: office.ownerId, familyName: "Altbekannt" });
		await tie(old, { fromId: maria, toId: club });
		const shown = await office.page(maria);
		expect([shown.party.uncertain, shown.ties[0]?.uncertain]).toEqual([true, true]);
		expect(shown.ties[0]).toMatchObject({ source: "Gespräch", author: "Leyla" });
		const unsure = await listParties(office.world(), office.ownerId, readFilter(new URLSearchParams("unsicher=ja")), {
			page: 1,
			size: 50,
		});
		expect(unsure.parties.map(({ name }) => name).sort()).toEqual(["Alter Kontakt", "Maria Altbekannt"]);
		expect(codesOf(await confirmParties(office.world(), { ownerId: office.ownerId, partyIds: [] }))).toEqual([
			"nobody-chosen",
		]);
		must(await confirmParties(office.world(), { ownerId: office.ownerId, partyIds: [maria] }));
		const after = await office.page(maria);
		expect([after.party.uncertain, after.ties[0]?.uncertain]).toEqual([false, false]);
		expect((await office.page(club)).party.uncertain).toBe(true);
	});

	it("a key person has a capacity, a reason, an author and a review, and ends with the capacity", async () => {
		const [club, maria] = [await office.organisation(), await office.person()];
		const topicId = await topic(office.world(), { ownerId: office.ownerId, name: office.newName("Thema") });
		const tieId = await tie(office.world(), { fromId: maria, toId: club, type: "chair" });
		await keyPerson(office.world(), { partyId: maria, tieId, topicId, why: "Kennt alle Vereine im Tal." });
		expect((await office.page(maria)).marks[0]).toMatchObject({
			author: "Leyla",
			inForce: true,
			reviewOn: "2027-11-22",
			why: "Kennt alle Vereine im Tal.",
		});
		await expect(
			keyPerson(office.world(), {
				partyId: maria,
				tieId: await tie(office.world(), { fromId: await office.person(), toId: club }),
				topicId,
				why: "fremd",
			}),
		).rejects.toThrow("capacity-missing");
		const keys = async (query: string, actor = office.guide) => {
			const filter = readFilter(new URLSearchParams(`schluessel=ja&${query}`));
			expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
			const listed = await listParties(office.world(actor), office.ownerId, filter, { page: 1, size: 50 });
			return listed.parties.map(({ id }) => id);
		};
		expect(await keys(`thema=${topicId}`)).toEqual([maria]);
		expect(await keys(`thema=${tieId}`)).toEqual([]);
		expect(await keys("tag=2026-11-21")).not.toContain(maria);
		const narrow = { data: { visibility: "CIRCLE" as const } };
		await office.db.networkKeyPerson.updateMany({ where: { tieId }, ...narrow });
		expect(await keys(`thema=${topicId}`, office.clerk)).toEqual([]);
		expect(await keys(`thema=${topicId}`)).toEqual([maria]);
		must(await endTie(office.world(), { id: tieId, lastDay: "2026-11-22" }));
		expect((await office.page(maria, "2026-11-23")).marks.some(({ inForce }) => inForce)).toBe(false);
	});
});

describe("the picture (89–91)", () => {
	it("shows what the table shows, finds bridges, and a kept state stays as it was", async () => {
		const hub = await office.organisation({ name: "Landkreis Probe", organisationId: office.ownerId });
		const far = await office.organisation({ name: "Ferne Firma" });
		const bridge = await office.person({ givenName: "Brigitte", familyName: "Brücke" });
		await tie(office.world(), { fromId: bridge, toId: hub, type: "office" });
		const only = await tie(office.world(), { fromId: bridge, toId: far, type: "board" });
		const filter = readFilter(new URLSearchParams("q=Ferne Firma"));
		const { nodes, ties } = await networkPicture(office.world(), office.ownerId, filter);
		expect(nodes.map(({ name }) => name)).toEqual(["Brigitte Brücke", "Ferne Firma"]);
		expect(ties.map(({ from, label, to }) => `${from.name} ${label} ${to.name}`)).toEqual([
			"Brigitte Brücke gehört zum Vorstand von Ferne Firma",
		]);
		const found = (await bridgesOf(office.world(), office.ownerId, null)).find(({ id }) => id === bridge);
		expect(found?.organisations.map(({ name }) => name)).toEqual(["Ferne Firma"]);
		const kept = must(
			await freeze(office.world(), { ownerId: office.ownerId, name: "Stand", filter: writeFilter(filter) }),
		);
		must(await endTie(office.world(), { id: only, lastDay: "2026-11-21" }));
		expect((await networkPicture(office.world(), office.ownerId, filter)).ties).toEqual([]);
		expect((await networkPicture(office.world(), office.ownerId, { ...filter, day: "2026-11-21" })).ties).toHaveLength(
			1,
		);
		const frozen = await snapshot(office.world(), { place: "kreis", snapshot: kept.id });
		expect(frozen.ties.map(({ label }) => label)).toEqual(["gehört zum Vorstand von"]);
		must(await erasePerson(office.world(), { id: bridge }));
		expect((await snapshot(office.world(), { place: "kreis", snapshot: kept.id })).ties[0]?.from.name).toBe("");
	});
});
