import { beforeAll, expect, test } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { type Partners, scannedPaper } from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { agreementHouse } from "~tests/support/agreement-house";
import { decideRenewal } from "../../afterwards/commands/decide-renewal.server";
import { radarPage } from "../../afterwards/queries/radar.server";
import { manifest } from "../../manifest.server";
import { type ContractInput, readContract, type Typed } from "../contract-input";
import { checkRows, fieldsToMend, mendName, mendRows, readSentRows, rowsOf } from "../contract-sheet";
import { contractPage, contractsPage, existingAmounts } from "../queries/contracts.server";
import { enterContract, importContracts, removeContract } from "./enter-contract.server";

const now = new Date("2026-11-21T10:00:00Z");
let db: PrismaClient;
let scene: Partners;
const world = (actor: Actor = scene.clerk.actor, at = now): World => ({ db, actor, now: at, locale: "de" });

const typed: Typed = {
	title: "Winterdienst",
	parties: "Andernach\nUnbekannt GmbH",
	signedOn: "",
	startsOn: "2019-04-01",
	lastDay: "2027-03-31",
	noticeMonths: "3",
	fileNumber: "",
	purpose: "",
	amounts: "2026-2027: 12.000,00\n2026: 500; Andernach",
};
const input = (changes: Partial<Typed> = {}): ContractInput => must(readContract({ ...typed, ...changes }, "Mayen"));

beforeAll(async () => {
	({ db, scene } = await agreementHouse(now));
	introduce([manifest]);
	await db.space.create({
		data: { organisationId: scene.lead, slug: "mayen", name: "Mayen", openedAt: new Date("2026-01-01") },
	});
});

test("entered with its scan, read by those who work there, in the dates and in the payments of its own party", async () => {
	const enter = (actor: Actor) =>
		enterContract(world(actor), { ownerId: scene.lead, costClass: "operation", input: input(), stored: null });
	await expect(enter(guest)).rejects.toBeInstanceOf(SignInNeeded);
	await expect(enter(scene.otherClerk.actor)).rejects.toBeInstanceOf(Forbidden);
	expect(await db.existingContract.count()).toBe(0);
	const { id } = must(
		await enterContract(world(), {
			ownerId: scene.lead,
			costClass: "operation",
			input: input(),
			stored: await scannedPaper(),
		}),
	);
	const page = await contractPage(world(), { place: "mayen", id });
	expect(page).toMatchObject({
		parties: ["Mayen", "Andernach", "Unbekannt GmbH"],
		lastDay: "2027-03-31",
		noticeBy: "2026-12-31",
	});
	expect(page.typed.amounts).toBe("2026-2027: 12.000,00\n2026: 500,00; Andernach");
	expect(page.files).toHaveLength(1);
	const mayRead = (actor: Actor) => manifest.subjects?.["existing-contract"]?.mayReadFiles?.(world(actor), id);
	expect([await mayRead(scene.clerk.actor), await mayRead(scene.otherClerk.actor)]).toEqual([true, false]);
	// The partner is known by its name; nobody guesses at one that is not.
	const parties = await db.existingContractParty.findMany({ where: { contractId: id }, orderBy: { position: "asc" } });
	expect(parties.map(({ organisationId }) => organisationId)).toEqual([scene.lead, scene.town, null]);
	const amounts = await existingAmounts(world(), scene.lead, "mayen");
	expect(amounts.map(({ year, cents, party, agreement }) => [year, cents, party, agreement.state])).toEqual([
		[2026, 1_200_000n, scene.lead, "in-force"],
		[2027, 1_200_000n, scene.lead, "in-force"],
	]);
	expect(await existingAmounts(world(), scene.town, "andernach")).toEqual([]);
	await expect(contractsPage(world(scene.otherClerk.actor), "mayen")).rejects.toBeInstanceOf(Forbidden);

	const dates = async () =>
		(await radarPage(world(), "mayen")).spans.flatMap(({ span, entries }) =>
			entries.map(({ kind, day, decision }) => [span, kind, day, decision]),
		);
	expect(await dates()).toEqual([
		["quarter", "notice", "2026-12-31", null],
		["year", "end", "2027-03-31", null],
	]);
	const decide = (actor: Actor, reason: string) =>
		decideRenewal(world(actor), {
			organisationId: scene.lead,
			subjectKind: "existing-contract",
			subjectId: id,
			endsOn: "2027-04-01",
			decision: "renew",
			reason,
		});
	await expect(decide(scene.otherClerk.actor, "gut")).rejects.toBeInstanceOf(Forbidden);
	expect((await decide(scene.clerk.actor, " ")).done).toBe(false);
	must(await decide(scene.clerk.actor, "Der Preis ist gut."));
	expect(await dates()).toEqual([["year", "end", "2027-03-31", "renew"]]);
	await expect(removeContract(world(), { ownerId: scene.lead, id: crypto.randomUUID() })).rejects.toBeInstanceOf(
		NotFound,
	);
	must(await removeContract(world(), { ownerId: scene.lead, id }));
	await expect(contractPage(world(), { place: "mayen", id })).rejects.toBeInstanceOf(NotFound);
});

test("the same contract is entered once, also by two at once; a file number of its own makes it another", async () => {
	const enter = (changes: Partial<Typed> = {}) =>
		enterContract(world(), {
			ownerId: scene.lead,
			costClass: "operation",
			input: input({ title: "Schülerlotsen", ...changes }),
			stored: null,
		});
	const both = await Promise.all([enter(), enter({ title: "SCHÜLERLOTSEN ", parties: "Unbekannt GmbH; andernach" })]);
	expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
	expect(both.flatMap((one) => (one.done ? [] : one.refusals))).toEqual([{ code: "contract-there", field: "title" }]);
	must(await enter({ fileNumber: "7/1" }));
	must(await enter({ startsOn: "2020-04-01" }));
	expect(await db.existingContract.count({ where: { title: { contains: "ülerlotsen", mode: "insensitive" } } })).toBe(
		3,
	);
});

test("from a table all or none: forty contracts in one act, and what is wrong is named by its row", async () => {
	const columns = ["Vertrag", "partner", "Beginn", "Beträge je  Jahr"];
	const line = (index: number) => ({
		number: index + 2,
		cells: [`Vertrag ${index}`, "Andernach", "1.4.2019", "2026: 1.000,00"],
	});
	expect(rowsOf({ columns: columns.slice(1), rows: [] })).toMatchObject({
		done: false,
		refusals: [{ code: "column-missing", values: { column: "Vertrag" } }],
	});
	const rows = must(rowsOf({ columns, rows: Array.from({ length: 40 }, (_, index) => line(index)) }));
	const wrong = [
		{ row: 42, typed: { ...typed, startsOn: "gestern" } },
		{ row: 43, typed: { ...typed, title: "Vertrag 7", parties: "andernach", startsOn: "2019-04-01" } },
		{ row: 44, typed: { ...typed, title: "Räu\u202emen" } },
	];
	const bad = checkRows([...rows, ...wrong], "Mayen");
	expect(bad.contracts).toBeNull();
	expect(
		bad.rows.flatMap((row) => row.problems.map(({ code, values }) => [row.row, code, values ?? {}, fieldsToMend(row)])),
	).toEqual([
		[42, "date-invalid", {}, ["startsOn"]],
		[43, "contract-twice", { row: 9 }, ["title", "fileNumber"]],
		[44, "text-direction", { position: 4, character: "U+202E" }, ["title"]],
	]);
	// What is mended or left out counts, every other row stays as it was read.
	const given: Record<string, string> = {
		[mendName(42, "startsOn")]: "1.5.2019",
		[mendName(43, "fileNumber")]: "2/020",
		[mendName(44, "leave-out")]: "on",
	};
	const mended = mendRows(bad.rows, (name) => given[name] ?? null);
	const better = checkRows(mended, "Mayen");
	expect(better.contracts).toHaveLength(42);
	expect(mended.slice(0, 40)).toEqual(rows);
	const { contracts } = checkRows(readSentRows(JSON.stringify(rows)) ?? [], "Mayen");
	expect(contracts).toHaveLength(40);
	expect(readSentRows("[{}]")).toBeNull();
	expect(readSentRows("nichts")).toBeNull();
	const before = await db.existingContract.count();
	const take = (inputs: readonly ContractInput[]) =>
		importContracts(world(), { ownerId: scene.lead, costClass: "operation", inputs });
	expect((await take([])).done).toBe(false);
	const [first] = contracts ?? [];
	if (!first) throw new Error("no contract");
	// One that the database refuses takes all others with it.
	await expect(take([first, { ...first, lastDay: "2000-01-01" }])).rejects.toThrow();
	expect(await db.existingContract.count()).toBe(before);
	// The button pressed twice, or the file read in again: each contract once, whoever comes first.
	const both = await Promise.all([take(contracts ?? []), take(contracts ?? [])]);
	const told = both.map((one) => (one.done ? one.value.count : one.refusals[0]?.code));
	expect(told.sort()).toEqual([40, "contracts-known"]);
	expect(await db.existingContract.count()).toBe(before + 40);
	expect(must(await take(better.contracts ?? []))).toEqual({ count: 2 });
	const ofTable = { title: { startsWith: "Vertrag " } };
	const titles = await db.existingContract.groupBy({ by: ["title", "fileNumber"], where: ofTable, _count: true });
	expect(titles.filter(({ _count }) => _count > 1)).toEqual([]);
});
