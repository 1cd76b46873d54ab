import { readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guest, house } from "~/platform/actor";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { freshDatabase, type TestDatabase } from "~tests/support/database";
import { importRegister, type RegisterInput } from "./import-register.server";

const file = "prisma/seed/register/GV100AD_301123.txt";
const whole = readFileSync(file);
/** All Länder, and of the counties only Mayen-Koblenz. */
const cut = whole
	.toString("utf8")
	.split("\n")
	.filter((line) => line.startsWith("10") || /^20.{8}071 |^[456]0.{8}07137/.test(line));
const bytesOf = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(""), "utf8");
const put = (line: string, at: number, text: string) => line.slice(0, at) + text + line.slice(at + text.length);
const isOf = (line: string, name: string) => line.slice(22, 72).trim() === name;

let database: TestDatabase;
let world: World;
let eventsBefore = 0;

beforeAll(async () => {
	database = await freshDatabase();
	world = { db: database.db, actor: house, now: new Date("2026-03-01T10:00:00Z"), locale: "de" };
});

/** Nothing imported yet; only the owner of the tables may do this, the application's role may not. */
async function empty() {
	const owner = new pg.Client({ connectionString: database.url });
	await owner.connect();
	// what only grows in other domains stands in the way otherwise
	await owner.query("SET session_replication_role = replica");
	await owner.query("TRUNCATE organisation, register_entry, register_import CASCADE");
	await owner.end();
	eventsBefore = await world.db.auditEvent.count();
}

const run = (input: Partial<RegisterInput> & { bytes: Uint8Array }) =>
	importRegister(world, { fileName: "GV100AD.txt", ...input });
async function imported(input: Partial<RegisterInput> & { bytes: Uint8Array }) {
	const outcome = await run(input);
	if (!outcome.done) throw new Error(JSON.stringify(outcome.refusals));
	return outcome.value;
}
/** Every row of the register's tables with the transaction that wrote it: equal means untouched. */
const fingerprint = async () =>
	world.db.$queryRaw`
		SELECT 'organisation' AS name, count(*)::int, md5(string_agg(id::text || xmin::text, ',' ORDER BY id)) FROM organisation
		UNION ALL SELECT 'figure', count(*)::int, md5(string_agg(organisation_id::text || xmin::text, ',' ORDER BY organisation_id, as_of))
			FROM organisation_figure
		UNION ALL SELECT 'entry', count(*)::int, md5(string_agg(key || xmin::text, ',' ORDER BY level, key)) FROM register_entry
		UNION ALL SELECT 'import', count(*)::int, md5(string_agg(id::text, ',' ORDER BY id)) FROM register_import
		ORDER BY name`;
const written = async () =>
	(await world.db.organisation.count()) +
	(await world.db.organisationFigure.count()) +
	(await world.db.registerEntry.count()) +
	(await world.db.registerImport.count()) +
	(await world.db.auditEvent.count()) -
	eventsBefore;

describe("the whole register of Germany", () => {
	test("is imported with its counts, source and dates", async () => {
		expect(await imported({ bytes: whole })).toMatchObject({
			asOf: "2023-11-30",
			inhabitantsAsOf: "2022-12-31",
			counties: 400,
			associations: 4597,
			municipalities: 10981,
			inhabitants: 84_358_845,
			changed: 0,
			ended: 0,
			unchanged: 0,
		});
		const levels = await world.db.registerEntry.groupBy({ by: ["level"], _count: true, orderBy: { level: "asc" } });
		expect(levels.map(({ level, _count }) => [level, _count])).toEqual([
			["STATE", 16],
			["DISTRICT", 29],
			["REGION", 12],
			["COUNTY", 400],
			["ASSOCIATION", 4597],
			["MUNICIPALITY", 10981],
		]);
		const sum = await world.db.organisationFigure.aggregate({ where: { summed: false }, _sum: { value: true } });
		expect(sum._sum.value).toBe(84_358_845);
		const event = await world.db.auditEvent.findFirstOrThrow();
		expect(event).toMatchObject({
			type: "organisations.register.imported",
			facts: { municipalities: 10981, scope: "" },
		});
	});

	test("gives Mayen-Koblenz its 10 units and 87 municipalities", async () => {
		const county = await world.db.organisation.findUniqueOrThrow({
			where: { ars: "07137" },
			include: { children: true, parent: true, figures: true },
		});
		expect(county.parent?.name).toBe("Rheinland-Pfalz");
		expect(county.children).toHaveLength(10);
		expect(county.children.filter((unit) => unit.kind === "MUNICIPAL_ASSOCIATION")).toHaveLength(7);
		expect(await world.db.organisation.count({ where: { kind: "MUNICIPALITY", ars: { startsWith: "07137" } } })).toBe(
			87,
		);
		expect(county.figures).toMatchObject([
			{
				summed: true,
				asOf: new Date("2022-12-31"),
				source: expect.stringMatching(/Destatis.*Gebietsstand 30\.11\.2023$/),
			},
		]);
		const units = await world.db.registerEntry.findMany({
			where: { level: "ASSOCIATION", key: { startsWith: "07137" } },
			select: { organisationId: true },
		});
		expect(new Set(units.map((unit) => unit.organisationId))).toEqual(new Set(county.children.map((unit) => unit.id)));
	});

	test("a second run makes no doubles and touches no row", async () => {
		const before = await fingerprint();
		const report = await imported({ bytes: whole });
		expect(report).toMatchObject({ created: 0, changed: 0, renamed: 0, ended: 0 });
		expect(report.unchanged).toBe(await world.db.organisation.count());
		expect(await fingerprint()).toEqual(before);
	});

	test("a register that lacks most bodies is refused, unless it is meant", async () => {
		const before = await fingerprint();
		const newer = bytesOf(cut.map((line) => put(line, 2, "20240131")));
		expect(await run({ bytes: newer, inhabitantsAsOf: "2022-12-31" })).toMatchObject({
			refusals: [{ code: "register-too-many-missing" }],
		});
		expect(await fingerprint()).toEqual(before);
	});
});

describe("one county", () => {
	beforeEach(empty);

	test("comes with its Land and nothing else", async () => {
		expect(await imported({ bytes: whole, only: ["07137"] })).toMatchObject({
			counties: 1,
			associations: 10,
			municipalities: 87,
			created: 96,
		});
		expect(await world.db.organisation.count()).toBe(96);
	});

	test("two at once: one waits, nothing is doubled", async () => {
		const reports = await Promise.all([imported({ bytes: bytesOf(cut) }), imported({ bytes: bytesOf(cut) })]);
		expect(reports.map((report) => report.created).sort((a, b) => a - b)).toEqual([0, 111]);
		expect(await world.db.organisation.count()).toBe(111);
		expect(await world.db.registerImport.count()).toBe(1);
	});

	test.each([
		["a truncated file", whole.subarray(0, 2_000_100), "register-line-truncated"],
		["a file in ISO 8859-1", Buffer.from(whole.toString("utf8"), "latin1"), "register-not-utf8"],
		["an empty file", Buffer.alloc(0), "register-empty"],
	])("%s is refused and nothing is written", async (_, bytes, code) => {
		const outcome = await run({ bytes });
		if (outcome.done) throw new Error("accepted");
		expect(outcome.refusals[0]?.code).toBe(code);
		if (code !== "register-empty") expect(outcome.refusals[0]?.values?.line).toBeGreaterThan(0);
		expect(await written()).toBe(0);
	});

	test("a stranger imports nothing", async () => {
		const stranger: World = { ...world, actor: guest };
		await expect(importRegister(stranger, { bytes: whole, fileName: "GV100AD.txt" })).rejects.toThrow(SignInNeeded);
		expect(await written()).toBe(0);
	});

	test("an unknown county and an impossible key date are refused", async () => {
		expect(await run({ bytes: whole, only: ["99999"] })).toMatchObject({
			refusals: [{ code: "register-county-unknown", values: { key: "99999" } }],
		});
		for (const inhabitantsAsOf of ["2023-02-30", "2024-12-31", "gestern"]) {
			expect(await run({ bytes: whole, inhabitantsAsOf })).toMatchObject({
				refusals: [{ code: "register-inhabitants-date-invalid" }],
			});
		}
		expect(await written()).toBe(0);
	});

	test("a newer register renames, moves, adds and ends; what was stays readable", async () => {
		await imported({ bytes: bytesOf(cut) });
		const newer = cut
			.filter((line) => !(line.startsWith("60") && isOf(line, "Arft")))
			.map((line) => put(line, 2, "20241231"))
			.map((line) => (line.startsWith("60") && isOf(line, "Acht") ? put(line, 22, "Acht am Berg") : line))
			.map((line) => (line.startsWith("60") && isOf(line, "Anschau") ? put(line, 18, "5004") : line))
			.map((line) => (line.startsWith("60") && isOf(line, "Baar") ? put(line, 139, "00000001000") : line));
		const model = newer.find((line) => line.startsWith("60") && isOf(line, "Baar")) ?? "";
		const added = put(put(model, 15, "999"), 22, "Neudorf".padEnd(50));
		const bytes = bytesOf([...newer, added]);
		expect(await run({ bytes })).toMatchObject({ refusals: [{ code: "register-inhabitants-date-missing" }] });
		const report = await imported({ bytes, inhabitantsAsOf: "2023-12-31" });
		// Acht and Anschau; by their area also Vordereifel, Mendig, the county and the Land.
		expect(report).toMatchObject({ created: 1, changed: 6, renamed: 1, ended: 1 });

		const named = (ags: string) =>
			world.db.organisation.findUniqueOrThrow({
				where: { ags },
				include: { formerNames: true, parent: true, figures: { orderBy: { asOf: "asc" } } },
			});
		expect(await named("07137001")).toMatchObject({
			name: "Acht am Berg",
			validUntil: null,
			formerNames: [{ name: "Acht", validUntil: new Date("2024-12-31") }],
		});
		expect(await named("07137004")).toMatchObject({ ars: "071375004004", parent: { name: "Mendig" } });
		expect(await named("07137006")).toMatchObject({ name: "Arft", validUntil: new Date("2024-12-31") });
		expect(await named("07137999")).toMatchObject({ name: "Neudorf", validFrom: new Date("2024-12-31") });
		expect((await named("07137007")).figures.map(({ value, asOf }) => [value, asOf])).toEqual([
			[719, new Date("2022-12-31")],
			[1000, new Date("2023-12-31")],
		]);
		expect(await world.db.registerEntry.count({ where: { validUntil: { not: null } } })).toBe(2);

		expect(await run({ bytes: bytesOf(cut) })).toMatchObject({
			refusals: [{ code: "register-older", values: { asOf: "2023-11-30", newest: "2024-12-31" } }],
		});
	});

	test("narrowed to one county, a newer register ends nothing outside it", async () => {
		await imported({ bytes: whole, only: ["07137", "05766"] });
		const newer = whole
			.toString("utf8")
			.replace(/^.{10}05766.*\n/gmu, "")
			.replace(/^.{10}07137006.*\n/gmu, "")
			.replaceAll("20231130", "20240131");
		expect(await imported({ bytes: Buffer.from(newer), only: ["07137"], inhabitantsAsOf: "2022-12-31" })).toMatchObject(
			{ ended: 1 },
		);
	});
});
