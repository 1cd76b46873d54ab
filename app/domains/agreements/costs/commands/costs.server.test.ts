import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { RecordedEvent } from "~/platform/manifest.server";
import { Forbidden, NotFound } from "~/platform/outcome";
import { readTable } from "~/platform/tables/read-table.server";
import { workbookOf } from "~/platform/tables/write-workbook.server";
import type { World } from "~/platform/world.server";
import { between, completeDraft, concludedAgreement, type Partners } from "~tests/factories/agreements";
import { agreementHouse, codesOf } from "~tests/support/agreement-house";
import { statementsDuring } from "~tests/support/statements";
import { contentOf } from "../../content";
import { readDraft } from "../../drafting/queries/draft.server";
import { manifest } from "../../manifest.server";
import { cellOf, fixedColumns, type SheetRow, sheetColumns } from "../cost-sheet";
import { yearlyAmounts } from "../queries/cash-view.server";
import { sheetPlan, sheetWords } from "../queries/cost-sheet.server";
import { registerInhabitants } from "../queries/register-inhabitants.server";
import { settlementsPage } from "../queries/settlements.server";
import { readSheet } from "../read-cost-sheet";
import { differences } from "../sheet-difference";
import { addCover, removeCostItem, saveCostItem } from "./edit-costs.server";
import { importCostPlan } from "./import-cost-plan.server";
import { saveScenarios } from "./save-scenarios.server";
import { setCashLimit } from "./set-cash-limit.server";
import { acknowledgeSettlement, drawUpSettlement } from "./settle-year.server";

const now = new Date("2026-11-21T10:00:00Z");
let db: PrismaClient;
let scene: Partners;

const world = (actor: Actor, at = now): World => ({ db, actor, now: at, locale: "de" });
const clerk = () => world(scene.clerk.actor);

beforeAll(async () => {
	({ db, scene } = await agreementHouse(now));
});

const draft = async (id: string) => readDraft(db, id, "2026-11-21");
const words = sheetWords("de");

/** Out as a workbook, changed by hand, and in again. */
async function roundTrip(id: string, change: (rows: (string | number | null)[][]) => void, columns?: string[]) {
	const plan = sheetPlan(clerk(), await draft(id));
	const shown = sheetColumns(plan, words);
	const rows: (string | number | null)[][] = plan.rows.map((row) =>
		shown.map((column) => cellOf(row, column, words) || null),
	);
	change(rows);
	const titles = columns ?? shown.map(({ title }) => title);
	const bytes = await workbookOf(
		"Kostenplan",
		titles.map((title) => ({ title, width: 10 })),
		rows,
	);
	const table = await readTable(bytes, "plan.xlsx", { germanNumbers: true });
	if (!table.done) throw new Error(codesOf(table));
	return { plan, shown, ...readSheet(table.value, plan, words) };
}

describe("the cost plan as a table", () => {
	test("comes back unchanged without a difference, and changed with exactly the cells that differ", async () => {
		const { id } = await completeDraft(clerk(), between(scene));
		const same = await roundTrip(id, () => {});
		expect(same.problems).toEqual([]);
		expect(differences(same.plan, same.rows, words, same.years)).toEqual([]);

		const changed = await roundTrip(id, (rows) => {
			const amount = rows[0]?.indexOf("10.000,00") ?? -1;
			rows[0]?.splice(amount, 1, 12_345.67);
			rows.pop();
		});
		expect(changed.problems).toEqual([]);
		const found = differences(changed.plan, changed.rows, words, changed.years);
		expect(found).toMatchObject([
			{
				change: "changed",
				row: "Kosten: Betrieb und Wartung der Sensoren",
				column: "2026",
				before: "10.000,00",
				after: "12345,67",
			},
			{ change: "removed" },
		]);
	});

	test("errors are told by row and column, nothing is written", async () => {
		const { id, code } = await completeDraft(clerk(), between(scene));
		const before = await db.agreementCostYear.findMany({ where: { item: { agreementId: id } } });
		const wrong = await roundTrip(id, (rows) => {
			const [first] = rows;
			if (!first) throw new Error("no row");
			first[4] = "nach Gefühl";
			first[first.indexOf("10.000,00")] = "viel";
			rows.push([
				"",
				"Kosten",
				"Neu",
				"Betrieb",
				"zu gleichen Teilen",
				...Array(fixedColumns.length - 5).fill(null),
				100.555,
			]);
		});
		expect(wrong.problems.map(({ row, column, code: problem }) => [row, column, problem])).toEqual(
			expect.arrayContaining([
				[2, "Verteilung", "word-unknown"],
				[2, "2026", "amount-unreadable"],
				[expect.any(Number), "2026", "amount-decimals"],
			]),
		);
		const unknown = await roundTrip(id, () => {}, ["Kennung", "Kosten?"]);
		expect(unknown.problems.map(({ code: problem }) => problem)).toContain("column-missing");
		// Past the page as well: a row that does not hold takes everything back.
		const good = await roundTrip(id, () => {});
		const [first] = good.rows;
		if (!first) throw new Error("no row");
		const broken: SheetRow = {
			...first,
			id: "",
			label: "Neu",
			key: "fixed-percent",
			values: { [good.plan.parties[0]?.id ?? ""]: "99,9999" },
		};
		const { changes } = await draft(id);
		const rows = [{ ...first, label: "Umbenannt" }, broken];
		expect(codesOf(await importCostPlan(clerk(), { code, changes, rows }))).toBe("share-percent-sum");
		expect((await draft(id)).items.map(({ label }) => label)).toEqual(["Betrieb und Wartung der Sensoren"]);
		expect(await db.agreementCostYear.findMany({ where: { item: { agreementId: id } } })).toEqual(before);
	});

	test("is taken over as a whole, once, and not over somebody else's change", async () => {
		const { id, code } = await completeDraft(clerk(), between(scene));
		const { rows, plan } = await roundTrip(id, () => {});
		const [lead, town] = plan.parties;
		const [first, ...cover] = rows;
		if (!lead || !town || !first) throw new Error("parties are missing");
		const added: SheetRow = {
			...first,
			id: "",
			label: "Anschaffung",
			kind: "investment",
			key: "base-plus",
			variableKey: "equal",
			source: "",
			asOf: "",
			amounts: { 2027: "1.000,00" },
			values: { [lead.id]: "1", [town.id]: "1" },
			bases: { [lead.id]: "200,00" },
			caps: { [town.id]: "300,00" },
		};
		const { changes } = await draft(id);
		const input = { code, changes, rows: [added, first, ...cover.slice(1)] };
		const outcomes = await Promise.all([importCostPlan(clerk(), input), importCostPlan(clerk(), input)]);
		expect(outcomes.map(codesOf).sort()).toEqual(["changed-meanwhile", "done"]);
		const after = await draft(id);
		expect(after.items.map(({ label, costClass }) => [label, costClass])).toEqual([
			["Anschaffung", "investment"],
			["Betrieb und Wartung der Sensoren", "operation"],
		]);
		expect(after.items[0]?.basis).toMatchObject([
			{ base: 20_000n, cap: null },
			{ base: null, cap: 30_000n },
		]);
		const content = contentOf(after, 1, "2026-11-21");
		expect(content.items[0]?.years).toMatchObject([{ shares: [{ cents: "70000" }, { cents: "30000" }] }]);
		await expect(importCostPlan(world(scene.otherClerk.actor), input)).rejects.toBeInstanceOf(NotFound);
	});
});

describe("indexing and promises in the table", () => {
	test("come back unchanged without a difference; what is changed is shown cell by cell and taken over", async () => {
		const { id, code } = await completeDraft(clerk(), between(scene));
		const at = (title: string, shown: readonly { title: string }[]) =>
			shown.findIndex((column) => column.title === title);
		const set = (row: (string | number | null)[] | undefined, title: string, value: string | number | null) => {
			const plan = sheetColumns({ parties: [], years: [] }, words);
			row?.splice(at(title, plan), 1, value);
		};
		const indexedRow = (row: (string | number | null)[] | undefined) => {
			set(row, "Preisentwicklung nach", "Verbraucherpreisindex");
			set(row, "Preise des Jahres", 2026);
			set(row, "Anstieg im Jahr (Prozent)", 2.5);
			set(row, "Höchstens (Prozent)", "20");
			set(row, "Was geschieht dann?", "Beträge ändern sich");
		};
		const promise = (rows: (string | number | null)[][]) => rows.find((row) => row[1] === "Zusage");
		const changed = await roundTrip(id, (rows) => {
			indexedRow(rows[0]);
			set(promise(rows), "Zusage bis", "31.12.2035");
			set(promise(rows), "Zusage im Jahr", 12_500);
		});
		expect(changed.problems).toEqual([]);
		const found = differences(changed.plan, changed.rows, words, changed.years);
		expect(found.map(({ row, column, before, after }) => [row, column, before, after])).toEqual([
			["Kosten: Betrieb und Wartung der Sensoren", "Preisentwicklung nach", "", "Verbraucherpreisindex"],
			["Kosten: Betrieb und Wartung der Sensoren", "Preise des Jahres", "", "2026"],
			["Kosten: Betrieb und Wartung der Sensoren", "Anstieg im Jahr (Prozent)", "", "2,5"],
			["Kosten: Betrieb und Wartung der Sensoren", "Höchstens (Prozent)", "", "20"],
			["Kosten: Betrieb und Wartung der Sensoren", "Was geschieht dann?", "", "Beträge ändern sich"],
			["Zusage: Stadtwerke Osteifel GmbH", "Zusage bis", expect.any(String), "2035-12-31"],
			["Zusage: Stadtwerke Osteifel GmbH", "Zusage im Jahr", "12.000,00", "12500"],
		]);
		const { changes } = await draft(id);
		expect(codesOf(await importCostPlan(clerk(), { code, changes, rows: changed.rows }))).toBe("done");
		const after = await draft(id);
		expect(after.items[0]?.index).toEqual({
			basis: "Verbraucherpreisindex",
			baseYear: 2026,
			perYear: 25_000n,
			threshold: 0n,
			cap: 200_000n,
			effect: "automatic",
		});
		expect(after.items[0]?.years.map(({ cents }) => cents)).toContain(1_025_000n);
		expect(after.commitments).toMatchObject([{ until: "2035-12-31", yearly: 1_250_000n }]);
		const again = await roundTrip(id, () => {});
		expect(again.problems).toEqual([]);
		expect(differences(again.plan, again.rows, words, again.years)).toEqual([]);

		// A table of before there were such columns takes neither away.
		const kept = new Set<string>([words.columns.id, words.columns.row, words.columns.label, words.columns.kind]);
		const narrow = again.shown
			.map((column, index) => ({ ...column, index }))
			.filter(({ kind, title }) => kind !== "fixed" || kept.has(title));
		const old = await roundTrip(
			id,
			(rows) => {
				const costs = rows.filter((row) => row[1] !== "Zusage");
				rows.splice(0, rows.length, ...costs.map((row) => narrow.map(({ index }) => row[index] ?? null)));
			},
			narrow.map(({ title }) => title),
		);
		expect(old.problems).toEqual([]);
		expect(differences(old.plan, old.rows, words, old.years)).toEqual([]);
	});

	test("what is wrong is told by row and column", async () => {
		const { id } = await completeDraft(clerk(), between(scene));
		const names = sheetColumns({ parties: [], years: [] }, words).map(({ title }) => title);
		const wrong = await roundTrip(id, (rows) => {
			const cost = rows[0];
			cost?.splice(names.indexOf("Anstieg im Jahr (Prozent)"), 1, "viel");
			cost?.splice(names.indexOf("Zusage von"), 1, "2030-01-01");
			const promise = rows.find((row) => row[1] === "Zusage");
			promise?.splice(names.indexOf("Bezeichnung"), 1, "Niemand");
			promise?.splice(names.indexOf("Verteilung"), 1, "zu gleichen Teilen");
			promise?.splice(names.indexOf("Zusage bis"), 1, "31.02.2030");
			promise?.splice(names.indexOf("Zusage im Jahr"), 1, "1,234");
		});
		expect(wrong.problems.map(({ column, code }) => [column, code])).toEqual([
			["Zusage von", "cell-superfluous"],
			["Preise des Jahres", "year-unreadable"],
			["Preisentwicklung nach", "cell-empty"],
			["Anstieg im Jahr (Prozent)", "amount-unreadable"],
			["Verteilung", "cell-superfluous"],
			["Zusage bis", "day-unreadable"],
			["Zusage im Jahr", "amount-decimals"],
		]);
		const nobody = await roundTrip(id, (rows) => {
			const promise = rows.find((row) => row[1] === "Zusage");
			promise?.splice(names.indexOf("Bezeichnung"), 1, "Niemand");
			promise?.splice(names.indexOf("Zusage bis"), 1, "01.01.2020");
		});
		expect(nobody.problems.map(({ column, code }) => [column, code])).toEqual([
			["Bezeichnung", "party-unknown"],
			["Zusage bis", "period-empty"],
		]);
	});
});

describe("the plan", () => {
	test("indexed amounts are frozen with their rule; scenarios never are", async () => {
		const { id, code } = await completeDraft(clerk(), between(scene));
		const [party] = (await draft(id)).parties;
		if (!party) throw new Error("no party");
		const input = {
			label: "Wartung",
			costClass: "maintenance" as const,
			key: "equal" as const,
			tax: "net" as const,
			basis: [{ partyId: party.id, value: 1n, source: "", asOf: null }],
			restPartyId: null,
			years: [{ year: 2031, cents: 100_000n }],
			index: {
				basis: "Verbraucherpreisindex",
				baseYear: 2026,
				perYear: 20_000n,
				threshold: 0n,
				cap: null,
				effect: "automatic" as const,
			},
		};
		expect(codesOf(await saveCostItem(clerk(), { code, item: null, input }))).toBe("done");
		const plain = contentOf(await draft(id), 1, "2026-11-21");
		expect(plain.items[1]).toMatchObject({
			tax: "net",
			years: [{ year: 2031, cents: "110408" }],
			index: { typed: [{ year: 2031, cents: "100000" }], effect: "automatic" },
		});
		const factors = [{ scenario: "high" as const, costClass: "maintenance" as const, factor: 1_500_000n }];
		expect(codesOf(await saveScenarios(clerk(), { code, factors }))).toBe("done");
		expect(contentOf(await draft(id), 1, "2026-11-21")).toEqual(plain);
	});

	test("nothing is taken out of the reserve that was not paid in, and what was paid in stays while it is needed", async () => {
		const { id, code } = await completeDraft(clerk(), between(scene));
		const [party] = (await draft(id)).parties;
		if (!party) throw new Error("no party");
		const out = {
			code,
			year: 2029,
			label: "Rücklage",
			cents: 500n,
			standing: "secured" as const,
			bearer: "",
			kind: "reserve" as const,
		};
		expect(codesOf(await addCover(clerk(), out))).toBe("reserve-too-low");
		expect(await db.agreementCover.count({ where: { agreementId: id, kind: "reserve" } })).toBe(0);
		const saved = await saveCostItem(clerk(), {
			code,
			item: null,
			input: {
				label: "Rücklage",
				costClass: "reserve",
				key: "equal",
				basis: [{ partyId: party.id, value: 1n, source: "", asOf: null }],
				restPartyId: null,
				years: [{ year: 2028, cents: 1000n }],
			},
		});
		expect(codesOf(await addCover(clerk(), { ...out, untilYear: 2030 }))).toBe("done");
		expect(codesOf(await addCover(clerk(), { ...out, cents: 1n }))).toBe("reserve-too-low");
		if (!saved.done) throw new Error(codesOf(saved));
		expect(codesOf(await removeCostItem(clerk(), { code, id: saved.value.id }))).toBe("reserve-too-low");
	});

	test("inhabitants come from the register with source and key date, the newest that is not of the future", async () => {
		const figure = (value: number, asOf: string) => ({
			organisationId: scene.lead,
			figure: "INHABITANTS" as const,
			asOf: new Date(asOf),
			source: "Gemeindeverzeichnis",
			value,
		});
		await db.organisationFigure.createMany({
			data: [figure(100, "2022-12-31"), figure(200, "2024-12-31"), figure(300, "2027-12-31")],
		});
		expect(await registerInhabitants(clerk(), [scene.lead, scene.town])).toEqual(
			new Map([[scene.lead, { value: 200, source: "Gemeindeverzeichnis", asOf: "2024-12-31" }]]),
		);
	});
});

/** What is sent about the newest event of this type. */
async function noticesOf(type: string, agreementId: string) {
	const where = { type, subjectId: agreementId };
	const event = await db.auditEvent.findFirstOrThrow({ where, orderBy: { position: "desc" } });
	const facts = event.facts as RecordedEvent["facts"];
	const subject = { kind: "agreement", id: agreementId };
	return (await manifest.notices?.[type]?.(db, { ...event, subject, facts, actorPersonId: null })) ?? [];
}

describe("after signing", () => {
	let made: Awaited<ReturnType<typeof concludedAgreement>>;
	const later = new Date("2027-03-01T10:00:00Z");
	beforeAll(async () => {
		made = await concludedAgreement(db, scene, now, { pilotInDays: 1 });
	});
	const figures = (value: bigint, asOf: string | null = "2026-12-31") =>
		[scene.lead, scene.town].map((organisationId) => ({
			index: 0,
			organisationId,
			value,
			source: "Statistisches Landesamt",
			asOf,
		}));
	const settlement = (changes = {}) => ({
		code: made.code,
		year: 2026,
		items: [{ index: 0, cents: 1_100_000n }],
		advances: [
			{ organisationId: scene.lead, cents: 391_205n },
			{ organisationId: scene.town, cents: 608_795n },
		],
		figures: figures(1000n),
		...changes,
	});

	test("shares are stored at freezing, to the cent, and nobody changes them", async () => {
		const rows = await db.agreementShare.findMany({ where: { versionId: made.versionId, year: 2026 } });
		expect(rows.reduce((sum, { cents }) => sum + cents, 0n)).toBe(1_000_000n);
		await expect(db.$executeRaw`UPDATE agreement_share SET cents = 0`).rejects.toThrow(/permission denied/);
	});

	test("the cash view asks one statement, knows signed and awaited, and is for those who work there", async () => {
		const amounts = await yearlyAmounts(clerk(), scene.lead, "mayen");
		expect(amounts[0]).toMatchObject({
			year: 2026,
			cents: 391_205n,
			class: "operation",
			agreement: { state: "in-force" },
		});
		expect(await statementsDuring(() => yearlyAmounts(clerk(), scene.lead, "mayen"))).toHaveLength(2);
		const limit = { organisationId: scene.lead, fromYear: 2027, cents: 1n };
		expect(codesOf(await setCashLimit(clerk(), limit))).toBe("done");
		await expect(setCashLimit(world(scene.otherClerk.actor), limit)).rejects.toBeInstanceOf(Forbidden);
	});

	test("a settlement fixes key values, adds up, and is acknowledged by each party for itself", async () => {
		expect(codesOf(await drawUpSettlement(clerk(), settlement({ year: 2027 })))).toBe("settlement-not-now");
		expect(codesOf(await drawUpSettlement(clerk(), settlement({ figures: figures(1000n, null) })))).toBe(
			"source-missing",
		);
		await expect(drawUpSettlement(world(scene.otherClerk.actor), settlement())).rejects.toBeInstanceOf(Forbidden);
		const drawn = await drawUpSettlement(world(scene.clerk.actor, later), settlement());
		if (!drawn.done) throw new Error(codesOf(drawn));
		const { settlements } = await settlementsPage(world(scene.otherClerk.actor, later), made.code);
		const [first] = settlements;
		expect(first?.content.parties.map(({ share, difference }) => [share, difference])).toEqual([
			["550000", "158795"],
			["550000", "-58795"],
			["0", "0"],
			["0", "0"],
		]);
		expect(first?.content.difference).toBe("100000");
		const told = await noticesOf("agreements.settlement.drawn-up", made.id);
		expect(told).toHaveLength(4);
		expect(told[0]).toMatchObject({
			subject: expect.stringMatching(/^Abrechnung 2026: /),
			paragraphs: [expect.any(String)],
		});
		expect(first?.mine.map(({ organisationId }) => organisationId)).toEqual([scene.town]);
		const word = { code: made.code, settlementId: drawn.value.id, organisationId: scene.town };
		await expect(acknowledgeSettlement(world(scene.clerk.actor, later), word)).rejects.toBeInstanceOf(Forbidden);
		await expect(acknowledgeSettlement(world(guest, later), word)).rejects.toBeInstanceOf(NotFound);
		const twice = await Promise.all(
			[1, 2].map(() => acknowledgeSettlement(world(scene.otherClerk.actor, later), word)),
		);
		expect(twice.map(codesOf).sort()).toEqual(["acknowledged-already", "done"]);
		await expect(db.$executeRaw`UPDATE agreement_settlement SET content = '{}'`).rejects.toThrow(/permission denied/);

		const again = await drawUpSettlement(world(scene.clerk.actor, later), settlement());
		expect((await noticesOf("agreements.settlement.drawn-up", made.id))[0]?.paragraphs).toHaveLength(2);
		expect(again).toMatchObject({ value: { number: 2 } });
		expect(
			codesOf(await acknowledgeSettlement(world(scene.clerk.actor, later), { ...word, organisationId: scene.lead })),
		).toBe("settlement-replaced");
		if (!again.done) throw new Error(codesOf(again));
		for (const [organisationId, { actor }] of [
			[scene.lead, scene.clerk],
			[scene.town, scene.otherClerk],
			[scene.association, scene.admin],
			[scene.company, scene.director],
		] as const) {
			const given = { code: made.code, settlementId: again.value.id, organisationId };
			expect(codesOf(await acknowledgeSettlement(world(actor, later), given))).toBe("done");
		}
		expect(codesOf(await drawUpSettlement(world(scene.clerk.actor, later), settlement()))).toBe(
			"settlement-acknowledged",
		);
	});
});
