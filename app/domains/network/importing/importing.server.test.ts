import { beforeAll, describe, expect, it } from "vitest";
import { keyPerson, tie } from "~tests/factories/network";
import { networkOffice } from "~tests/factories/network-office";
import { topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { readFilter } from "../filter";
import { rowsFrom, type SheetColumn, sheetColumns } from "./contact-sheet";
import { exportedContacts } from "./export-rows.server";
import { checkedSheet, importContacts } from "./import-contacts.server";
import { importOparl } from "./import-oparl.server";
import { readOparl } from "./oparl";

let office: Awaited<ReturnType<typeof networkOffice>>;
beforeAll(async () => {
	office = await networkOffice();
});

const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);
const events = () => office.db.auditEvent.count();

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
		expect(must(await importContacts(office.world(), { ownerId: office.ownerId, rows }))).toEqual({
			entered: 2,
			changed: 0,
			ties: 1,
			ended: 0,
			same: 0,
		});
		expect(must(await importContacts(office.world(), { ownerId: office.ownerId, rows }))).toEqual({
			entered: 0,
			changed: 0,
			ties: 0,
			ended: 0,
			same: 2,
		});
		const ended = [row(2, { ...club, name: "Tabellenverein e. V." }), row(3, { ...chair, lastDay: "2025-12-31" })];
		expect(must(await importContacts(office.world(), { ownerId: office.ownerId, rows: ended }))).toEqual({
			entered: 0,
			changed: 1,
			ties: 0,
			ended: 1,
			same: 1,
		});
	});

	it("is written so that it can be read in again, also where two have the same name", async () => {
		const name = office.newName("Namensvetter");
		const [one, other] = [await office.organisation({ name }), await office.organisation({ name })];
		const member = await office.person({ familyName: office.newName("Rundreise") });
		await tie(office.world(), { fromId: member, toId: other });
		const filter = readFilter(new URLSearchParams());
		const { rows, titles } = await exportedContacts(office.world(), "kreis", filter);
		const table = {
			columns: titles,
			rows: rows.map((cells, at) => ({ number: at + 2, cells: cells.map((cell) => cell ?? "") })),
		};
		const read = rowsFrom(table);
		expect(read.missing).toEqual([]);
		expect(read.rows.find(({ cells }) => cells.key === member)?.cells.target).toBe(other);
		const before = await office.db.networkTie.count();
		const again = must(await importContacts(office.world(), { ownerId: office.ownerId, rows: read.rows }));
		expect(again).toMatchObject({ entered: 0, changed: 0, ties: 0, ended: 0 });
		expect(await office.db.networkTie.count()).toBe(before);
		expect(one).not.toBe(other);
	});

	it("says of every row what is wrong, and stores nothing", async () => {
		const rows = [
			row(2, { ...club, key: "", kind: "Firma" }),
			row(3, { ...chair, key: "p-2", email: "kein at", since: "31.12.2024", target: "gibt es nicht" }),
			row(4, { ...chair, key: "p-3", familyName: "" }),
		];
		const count = await events();
		const sheet = await checkedSheet(office.world(), office.ownerId, rows);
		expect(sheet.rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual(
			[
				["kind-unknown", "key-missing"].sort(),
				["sheet-email-wrong", "sheet-day-wrong", "target-unknown"],
				["sheet-name-missing"],
			].map((codes, index) => (index === 0 ? ["key-missing", "kind-unknown"] : codes)),
		);
		expect(codesOf(await importContacts(office.world(), { ownerId: office.ownerId, rows }))).toEqual(["sheet-wrong"]);
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
				await importOparl(office.world(), {
					ownerId: office.ownerId,
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
		const seat = await office.db.networkTie.findFirstOrThrow({ where: { oparlId: "https://ris.example/m/2" } });
		const topicId = await topic(office.world(), { ownerId: office.ownerId, name: office.newName("Thema") });
		await keyPerson(office.world(), { partyId: seat.fromId, tieId: seat.id, topicId, why: "Leitet den Ausschuss." });
		const renamed = file([
			human_("1", "Rita Rat", [member("1")]),
			human_("2", "Siegfried Sitz", [member("2", { role: "Vorsitz" })]),
		]);
		expect(await give(renamed)).toEqual({ entered: 0, changed: 0, began: 0, ended: 0 });
		expect((await office.db.networkTie.findUniqueOrThrow({ where: { id: seat.id } })).role).toBe("Vorsitz");
		const later = file([human_("1", "Rita Rat-Neu", [member("1", { endDate: "2026-10-31" })])]);
		expect(await give(later)).toEqual({ entered: 0, changed: 1, began: 0, ended: 2 });
		const ties = await office.db.networkTie.findMany({
			where: { oparlId: { startsWith: "https://ris.example/m/" } },
			orderBy: { oparlId: "asc" },
		});
		expect(ties.map(({ validUntil }) => validUntil?.toISOString().slice(0, 10))).toEqual(["2026-11-01", "2026-11-22"]);
		// The capacity is over, and with it the mark that rests on it.
		expect((await office.page(seat.fromId, "2026-11-22")).marks).toEqual([]);
		expect(readOparl("{}")).toBeNull();
		expect(readOparl(JSON.stringify(member("3")))?.problems.map(({ code }) => code)).toEqual(["oparl-ends-missing"]);
	});
});
