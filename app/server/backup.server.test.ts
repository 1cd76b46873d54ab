import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadFormRules } from "~/domains/agreements/index.server";
import { house } from "~/platform/actor";
import { brokenChains } from "~/platform/audit.server";
import { type Contents, fingerprintOf, migrationsOf, verifiedContents } from "~/platform/backup/contents.server";
import { demandEmpty, restoreFiles, restoreTables } from "~/platform/backup/restore.server";
import { takeBackup } from "~/platform/backup/take.server";
import { connect, database, disconnect } from "~/platform/database/client.server";
import { knownMigrations, migrate } from "~/platform/database/migrate.server";
import { readCatalogue } from "~tests/support/catalogue";
import { emptyDatabase, freshDatabase, type TestDatabase } from "~tests/support/database";
import { loadDemonstration } from "../../prisma/seed/demonstration/load.server";
import { introduceDomains } from "./manifests.server";

let folder: string;
let source: TestDatabase;
let backup: string;
let contents: Contents;
const key = "k".repeat(43);

const take = (target: string) =>
	takeBackup({
		ownerUrl: source.url,
		filesFolder: path.join(folder, "data/files"),
		key,
		keyFile: path.join(folder, "data/secret-key"),
		sealKeyFile: path.join(folder, "data/seal-key.pem"),
		version: "0.0.0",
		now: new Date("2026-03-10T10:00:00Z"),
		target,
	});

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "gemeinwerk-backup-"));
	process.env.DATA_DIR = path.join(folder, "data");
	introduceDomains();
	source = await freshDatabase();
	await loadFormRules({ db: source.db, actor: house, now: new Date("2026-03-10T10:00:00Z"), locale: "de" });
	await loadDemonstration(source.db, new Date("2026-03-10T10:00:00Z"));
	// What readline would take for the end of a line, and what JSON has to escape.
	await source.db.houseSetting.create({ data: { key: "probe", value: { text: 'Zeile\u2028zwei\n"drei"\\ ä 💧' } } });
	await writeFile(path.join(folder, "data/secret-key"), `${key}\n`);
	await writeFile(path.join(folder, "data/seal-key.pem"), "the key of the seal\n");
	backup = path.join(folder, "sicherungen/eins");
	contents = await take(backup);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Each table with the number and the checksum of its rows. */
async function state(url: string): Promise<Record<string, { rows: number; sum: string }>> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const { rows: tables } = await client.query<{ name: string }>(
			"SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
		);
		const found: Record<string, { rows: number; sum: string }> = {};
		for (const { name } of tables) {
			const { rows } = await client.query<{ rows: number; sum: string }>(
				`SELECT count(*)::int AS rows, md5(coalesce(string_agg(line, '' ORDER BY line), '')) AS sum FROM (SELECT t::text AS line FROM "${name}" t) l`,
			);
			if (rows[0]) found[name] = rows[0];
		}
		return found;
	} finally {
		await client.end();
	}
}

async function rulesOf(url: string): Promise<string[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const { rows } = await client.query<{ line: string }>(`
			SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint
			WHERE connamespace = 'public'::regnamespace
			UNION SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
			ORDER BY line`);
		return rows.map(({ line }) => line);
	} finally {
		await client.end();
	}
}

describe("a backup of the demonstration", () => {
	test("is complete, names what lies in it, and is readable by us alone", async () => {
		expect(await verifiedContents(backup)).toEqual(contents);
		const counted = await state(source.url);
		expect(Object.fromEntries(contents.tables.map(({ name, rows }) => [name, rows]))).toEqual(
			Object.fromEntries(Object.entries(counted).map(([name, { rows }]) => [name, rows])),
		);
		expect(counted.audit_event?.rows).toBeGreaterThan(100);
		expect(contents.keyFingerprint).toBe(fingerprintOf(key));
		expect(contents.files.map((file) => file.path)).toEqual(expect.arrayContaining(["secret-key", "seal-key.pem"]));
		expect(await readdir(path.join(folder, "sicherungen"))).toEqual(["eins"]);
		await expect(take(backup)).rejects.toThrow(/gibt es schon/);
	});

	test("comes back into an empty house: every row, key, trigger and file, and the audit chains hold", async () => {
		const target = await emptyDatabase();
		const files = path.join(folder, "restored/files");
		await demandEmpty(target.url, files, contents);
		await migrate(target.url, target.appUrl, migrationsOf(contents, knownMigrations()));
		await restoreFiles(backup, files, contents);
		await restoreTables(target.url, backup, contents);
		expect(await state(target.url)).toEqual(await state(source.url));
		expect(await readCatalogue(target.url)).toEqual(await readCatalogue(source.url));
		expect(await rulesOf(target.url)).toEqual(await rulesOf(source.url));
		await disconnect();
		connect(target.appUrl);
		const { events, broken } = await brokenChains(database());
		expect({ events, broken }).toEqual({
			events: contents.tables.find(({ name }) => name === "audit_event")?.rows,
			broken: [],
		});
		await disconnect();
		connect(source.appUrl, 10);
		for (const { path: name } of contents.files.filter((file) => file.path.startsWith("files/"))) {
			const restored = await readFile(path.join(folder, "restored", name));
			expect(restored.equals(await readFile(path.join(folder, "data", name)))).toBe(true);
		}
		await expect(demandEmpty(target.url, files, contents)).rejects.toThrow(/nicht leer/);
	}, 60_000);

	test("that was damaged, cut off or comes from a newer version is refused before anything is written", async () => {
		const copy = path.join(folder, "beschaedigt");
		await cp(backup, copy, { recursive: true });
		const table = path.join(copy, "tables/post.jsonl.gz");
		const bytes = await readFile(table);
		bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
		await writeFile(table, bytes);
		await expect(verifiedContents(copy)).rejects.toThrow(/beschädigt: tables\/post/);
		await rm(path.join(copy, "contents.json.sha256"));
		await expect(verifiedContents(copy)).rejects.toThrow(/keine vollständige/);
		const newer = { ...contents, migrations: [...contents.migrations, { name: "99990101000000_x", checksum: "0" }] };
		expect(() => migrationsOf(newer, knownMigrations())).toThrow(/99990101000000_x/);
	});

	test("whose table has lost a row, or a row another needs, leaves the database empty", async () => {
		const target = await emptyDatabase();
		await migrate(target.url, target.appUrl, knownMigrations());
		const empty = await state(target.url);
		const fewer = contents.tables.map((table) => (table.name === "post" ? { ...table, rows: table.rows + 1 } : table));
		await expect(restoreTables(target.url, backup, { ...contents, tables: fewer })).rejects.toThrow(/Tabelle post/);
		const without = contents.tables.filter(({ name }) => name !== "organisation");
		await expect(restoreTables(target.url, backup, { ...contents, tables: without })).rejects.toThrow(/foreign key/);
		expect(await state(target.url)).toEqual(empty);
	}, 60_000);

	test("does not go into a folder with other files", async () => {
		const target = await emptyDatabase();
		await expect(demandEmpty(target.url, path.join(folder, "data"), contents)).rejects.toThrow(/andere Dateien/);
	});
});
