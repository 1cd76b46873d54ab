import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import { holder } from "~tests/factories/answers";
import { must } from "~tests/factories/outcome";
import { uploaded } from "~tests/factories/paper";
import { place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { importPage } from "../queries/import-pages.server";
import { confirmImport, discardImport, mapImport } from "./import.server";
import { takeUpImports, writeImportJob } from "./write-import.server";

const now = new Date("2026-06-15T10:00:00Z");
const head = ["Titel", "Text", "Datum", "Name", "Straße", "PLZ und Ort"];
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let clerk: Actor;
let stranger: Actor;
let processId: string;
let at: { place: string; process: string };

const world = (actor: Actor = manager, moment = now) => worldOf(db, actor, moment);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const row = (number: number) => [
	`Titel ${number}`,
	`Das ist Beitrag ${number} aus der Tabelle.`,
	"1.6.2026",
	"",
	"",
	"",
];
const table = (count: number) => ({
	processId,
	rows: [head, ...Array.from({ length: count }, (_, index) => row(index + 1))],
});
const jobs = () =>
	db.$queryRaw<{ count: number }[]>`
		SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'participation.write-import'`;

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4221");
	({ db } = await freshDatabase());
	town = await place(db, now);
	const other = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	manager = await holder(db, now, { ...town, name: "Petra" });
	clerk = await holder(db, now, { ...town, name: "Gudrun", role: "guide" });
	stranger = await holder(db, now, { ...other, name: "Knut" });
});

beforeEach(async () => {
	const made = await process(world(), { organisationId: town.organisationId, responsiblePostId: town.postId });
	processId = made.id;
	at = { place: town.slug, process: made.slug };
});

describe("a table", () => {
	it("is checked first, then written once with numbers, days and addresses", async () => {
		const rows = [head, row(1), ["", "Zu wenig Licht am Bahnhof", "", "Uli Muster", "Weg 1", "56727 Mayen"]];
		const { id } = await uploaded(world(), { processId, rows });
		const page = await importPage(world(), { ...at, import: id });
		expect(page.checked).toMatchObject({ errors: 0, rows: [{ number: 2 }, { number: 3, row: { wish: "letter" } }] });
		expect(await db.contribution.count({ where: { processId } })).toBe(0);
		must(await confirmImport(world(), { id }));
		await writeImportJob(world(house), { importId: id });
		const written = await db.contribution.findMany({
			where: { processId },
			orderBy: { number: "asc" },
			include: { paperEntry: true },
		});
		expect(written).toMatchObject([
			{
				number: 1,
				title: "Titel 1",
				channel: "paper",
				submittedAt: new Date("2026-05-31T22:00:00Z"),
				publishedAt: now,
			},
			{ number: 2, title: "Zu wenig Licht am Bahnhof", paperEntry: { wish: "letter", town: "56727 Mayen", row: 3 } },
		]);
		expect(await db.paperImportRow.count({ where: { importId: id } })).toBe(0);
		expect((await importPage(world(), { ...at, import: id })).importState).toBe("finished");
	});

	it("with an error is not written, and says row and column; other columns can mend it", async () => {
		const rows = [
			["Anregung", "Datum", "Name"],
			["", "gestern", "Ein ganzer Satz dazu"],
		];
		const { id } = await uploaded(world(), { processId, rows });
		expect((await importPage(world(), { ...at, import: id })).checked).toMatchObject({
			errors: 2,
			errorRows: 1,
			first: [
				{ row: 2, column: "Anregung", code: "text-missing" },
				{ row: 2, column: "Datum", code: "date-unreadable", value: "gestern" },
			],
		});
		expect(codes(await confirmImport(world(), { id }))).toEqual(["import-has-errors"]);
		await expect(writeImportJob(world(house), { importId: id })).rejects.toThrow();
		expect(await db.contribution.count({ where: { processId } })).toBe(0);
		expect(codes(await mapImport(world(), { id, mapping: { title: 2 }, channel: "paper" }))).toEqual([
			"text-column-missing",
		]);
		must(await mapImport(world(), { id, mapping: { text: 2 }, channel: "phone" }));
		must(await confirmImport(world(), { id }));
		expect(codes(await confirmImport(world(), { id }))).toEqual(["import-began"]);
		expect(codes(await mapImport(world(), { id, mapping: { text: 2 }, channel: "paper" }))).toEqual(["import-began"]);
		await writeImportJob(world(house), { importId: id });
		expect(await db.contribution.findMany({ where: { processId }, select: { channel: true } })).toEqual([
			{ channel: "phone" },
		]);
	});

	it("is known again and never doubled, also when it is sent at the same moment or after it is finished", async () => {
		const outcomes = await Promise.all([1, 2, 3].map(() => uploaded(world(), table(3))));
		const [id] = new Set(outcomes.map((outcome) => outcome.id));
		expect(outcomes.every((outcome) => outcome.id === id)).toBe(true);
		expect(outcomes.filter(({ known }) => !known)).toHaveLength(1);
		must(await confirmImport(world(), { id: id ?? "" }));
		await writeImportJob(world(house), { importId: id });
		expect(await uploaded(world(), table(3))).toEqual({ id, known: true });
		await writeImportJob(world(house), { importId: id });
		expect(await db.contribution.count({ where: { processId } })).toBe(3);
	});

	it("corrected and sent again takes in only what is new, and says what is left out", async () => {
		const first = await uploaded(world(), { processId, rows: [head, row(1), row(2), row(2)] });
		must(await confirmImport(world(), first));
		await writeImportJob(world(house), { importId: first.id });
		// the same cards in another order, one corrected in its address only, and two more
		const corrected = [...row(1).slice(0, 3), "", "Weg 1", "56727 Mayen"];
		const rows = [head, row(3), corrected, row(2), row(2), row(4)];
		const { id } = await uploaded(world(), { processId, rows });
		const { checked } = await importPage(world(), { ...at, import: id });
		expect(checked).toMatchObject({ errors: 0, taken: 3, leftOut: [{ row: 3, number: 1 }, { row: 4 }, { row: 5 }] });
		must(await confirmImport(world(), { id }));
		await writeImportJob(world(house), { importId: id });
		expect(await importPage(world(), { ...at, import: id })).toMatchObject({ importState: "finished", skipped: 3 });
		const titles = await db.contribution.findMany({ where: { processId }, orderBy: { number: "asc" } });
		expect(titles.map(({ title }) => title)).toEqual(["Titel 1", "Titel 2", "Titel 2", "Titel 3", "Titel 4"]);
	});

	it("with nothing new is refused", async () => {
		const first = await uploaded(world(), table(2));
		must(await confirmImport(world(), first));
		await writeImportJob(world(house), { importId: first.id });
		const { id } = await uploaded(world(), { processId, rows: [head, row(2), row(1)] });
		const before = await db.auditEvent.count();
		expect(codes(await confirmImport(world(), { id }))).toEqual(["nothing-new"]);
		expect(await db.auditEvent.count()).toBe(before);
	});

	it("knows a card by its number, also with other words; the same words on other numbers are other cards", async () => {
		const numbered = (number: string, text: string) => [number, text];
		const named = ["Kartennummer", "Text"];
		const first = await uploaded(world(), {
			processId,
			rows: [named, numbered("12", "Mehr Bäume am Markt"), numbered("13", "Mehr Bäume am Markt")],
		});
		must(await confirmImport(world(), first));
		await writeImportJob(world(house), { importId: first.id });
		const { id } = await uploaded(world(), {
			processId,
			rows: [named, numbered("12", "Mehr Bäume am Marktplatz"), numbered("40", "Mehr Bäume am Markt")],
		});
		expect((await importPage(world(), { ...at, import: id })).checked).toMatchObject({
			taken: 1,
			leftOut: [{ row: 2, differs: true }],
		});
		must(await confirmImport(world(), { id }));
		await writeImportJob(world(house), { importId: id });
		expect(await db.contribution.count({ where: { processId } })).toBe(3);
	});

	it("and another with the same rows, written at the same moment, take every row once", async () => {
		const [one, two] = [
			await uploaded(world(), table(30)),
			await uploaded(world(), { processId, rows: [...table(30).rows, row(31)] }),
		];
		must(await confirmImport(world(), one));
		must(await confirmImport(world(), two));
		await Promise.all([one, two].map(({ id }) => writeImportJob(world(house), { importId: id })));
		expect(await db.contribution.count({ where: { processId } })).toBe(31);
		const imports = await db.paperImport.findMany({ where: { processId } });
		expect(imports.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(30);
	});

	it("the database itself takes no row twice", async () => {
		const first = await uploaded(world(), table(2));
		must(await confirmImport(world(), first));
		await writeImportJob(world(house), { importId: first.id });
		const [one, other] = await db.paperEntry.findMany({ where: { processId } });
		await expect(db.paperEntry.update({ where: { id: other?.id }, data: { rowKey: one?.rowKey } })).rejects.toThrow();
	});

	it("can be thrown away and sent again before it is taken over", async () => {
		const { id } = await uploaded(world(), table(2));
		must(await discardImport(world(), { id }));
		const again = await uploaded(world(), table(2));
		expect(again.known).toBe(false);
		must(await confirmImport(world(), again));
		expect(codes(await discardImport(world(), again))).toEqual(["import-began"]);
		await writeImportJob(world(house), { importId: again.id });
	});

	it("is for those who look after the process", async () => {
		const { id } = await uploaded(world(), table(1));
		for (const actor of [clerk, stranger]) {
			await expect(uploaded(world(actor), table(1))).rejects.toThrow(Forbidden);
			await expect(confirmImport(world(actor), { id })).rejects.toThrow(Forbidden);
			await expect(discardImport(world(actor), { id })).rejects.toThrow(Forbidden);
			await expect(importPage(world(actor), { ...at, import: id })).rejects.toThrow(Forbidden);
		}
		await expect(confirmImport(world(guest), { id })).rejects.toThrow(SignInNeeded);
		await expect(takeUpImports(world())).resolves.toBe(0);
		await expect(writeImportJob(world(), { importId: id })).rejects.toThrow(Forbidden);
	});
});

describe("many rows", () => {
	it("are written to the last one although two workers stop in the middle and two go on at once", async () => {
		const { id } = await uploaded(world(), table(2_500));
		must(await confirmImport(world(), { id }));
		// a worker that is killed between two portions: its next statement never comes
		const dying = (portions: number) => {
			let begun = 0;
			const mortal = new Proxy(db, {
				get(client, name) {
					if (name !== "$transaction") return Reflect.get(client, name);
					return (...args: Parameters<typeof client.$transaction>) => {
						if (begun++ === portions) throw new Error("killed");
						return client.$transaction(...args);
					};
				},
			});
			return writeImportJob({ ...world(house), db: mortal }, { importId: id });
		};
		await expect(dying(3)).rejects.toThrow("killed");
		expect(await db.contribution.count({ where: { processId } })).toBe(600);
		const before = await jobs();
		expect(await takeUpImports(world(house, new Date(now.getTime() + 30_000)))).toBe(0);
		expect(await takeUpImports(world(house, new Date(now.getTime() + 61_000)))).toBe(1);
		expect((await jobs())[0]?.count).toBe((before[0]?.count ?? 0) + 1);
		let turns = 0;
		const turning = setInterval(() => turns++, 20);
		await Promise.all([1, 2].map(() => writeImportJob(world(house), { importId: id })));
		clearInterval(turning);
		// others had their turn meanwhile, at least once for every portion
		expect(turns).toBeGreaterThan(8);
		const [counted] = await db.$queryRaw<{ rows: number; numbers: number; last: number; table_rows: number }[]>`
			SELECT count(*)::int AS rows, count(DISTINCT c.number)::int AS numbers, max(c.number)::int AS last,
				count(DISTINCT e.row)::int AS table_rows
			FROM contribution c JOIN paper_entry e ON e.contribution_id = c.id WHERE c.process_id = ${processId}::uuid`;
		expect(counted).toEqual({ rows: 2_500, numbers: 2_500, last: 2_500, table_rows: 2_500 });
		expect(await db.paperImport.findUniqueOrThrow({ where: { id } })).toMatchObject({ written: 2_500 });
	}, 240_000);
});
