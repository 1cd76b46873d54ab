import pg from "pg";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { readCatalogue } from "~tests/support/catalogue";
import { emptyDatabase } from "~tests/support/database";
import { isMigrated, knownMigrations, migrate, presentSchema } from "./migrate.server";
import { schemaDifference } from "./schema-engine.server";

/** Columns ("table.column") and indexes of hand-written migrations only, because Prisma's schema cannot say them. */
const handWritten: string[] = [
	"contribution.words",
	"network_merge_open",
	"network_party_similar",
	"organisation_similar",
	"search_document.german",
	"search_document.plain",
];

let url: string;
let appUrl: string;
beforeAll(async () => {
	({ url, appUrl } = await emptyDatabase());
});
afterEach(() => ask(url, "DROP SCHEMA public CASCADE; CREATE SCHEMA public"));

async function ask(at: string, sql: string) {
	const client = new pg.Client({ connectionString: at });
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

const records = () =>
	ask(
		url,
		'SELECT migration_name, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled_back FROM "_prisma_migrations" ORDER BY started_at',
	);

/** A function body and a text with semicolons, which Prisma's own adapter would cut apart. */
const first = {
	name: "20260101000000_first",
	sql: `CREATE TABLE note (id int PRIMARY KEY, body text NOT NULL DEFAULT 'a;b');
CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.body := upper(NEW.body); RETURN NEW; END; $$;
CREATE TRIGGER shout BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION shout();`,
};
const second = { name: "20260102000000_second", sql: "ALTER TABLE note ADD COLUMN extra int;" };
const broken = { name: "20260102000000_second", sql: "ALTER TABLE note ADD COLUMN extra int; SELECT 1/0;" };

describe("migrations and schema", () => {
	it("lead to the same tables", async () => {
		const { url: fromSchema } = await emptyDatabase();
		await ask(fromSchema, await schemaDifference([], presentSchema()));
		await migrate(url, appUrl);
		const expected = await readCatalogue(fromSchema);
		expect(expected.length).toBeGreaterThan(0);
		expect(await readCatalogue(url, handWritten)).toEqual(expected);
	});

	it("are seen as different when a column is missing", async () => {
		await migrate(url, appUrl);
		const before = await readCatalogue(url);
		await ask(url, "ALTER TABLE house_setting ALTER COLUMN value DROP NOT NULL");
		expect(await readCatalogue(url)).not.toEqual(before);
	});

	it("end no transaction themselves, so that each is applied whole or not at all", () => {
		for (const { name, sql } of knownMigrations()) {
			expect(sql, name).not.toMatch(/^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK|END)\s*;/im);
			expect(sql, name).not.toMatch(/\bCONCURRENTLY\b/i);
		}
	});
});

describe("migrate", () => {
	it("applies what is missing, records it, and gives rights to the application's role only", async () => {
		expect(await migrate(url, appUrl, [first])).toEqual([first.name]);
		expect(await migrate(url, appUrl, [first, second])).toEqual([second.name]);
		expect(await migrate(url, appUrl, [first, second])).toEqual([]);
		expect(await ask(appUrl, "INSERT INTO note (id) VALUES (1) RETURNING body")).toEqual([{ body: "A;B" }]);
		await expect(ask(appUrl, "ALTER TABLE note DROP COLUMN body")).rejects.toThrow(/must be owner/);
	});

	it("lets only one process work at a time", async () => {
		const results = await Promise.all(Array.from({ length: 4 }, () => migrate(url, appUrl, [first, second])));
		expect(results.flat().sort()).toEqual([first.name, second.name]);
	});

	it("leaves nothing of a migration that fails, says why, and takes the mended one", async () => {
		await migrate(url, appUrl, [first]);
		await expect(migrate(url, appUrl, [first, broken])).rejects.toThrow(
			/blieb beim letzten fertigen Schritt.*division by zero/s,
		);
		expect(await ask(url, "SELECT * FROM note")).toEqual([]);
		expect(await migrate(url, appUrl, [first, second])).toEqual([second.name]);
	});

	it("goes on after its process was killed in the middle", async () => {
		await migrate(url, appUrl, [first]);
		const slow = { name: second.name, sql: `${second.sql} SELECT pg_sleep(30);` };
		const killed = migrate(url, appUrl, [first, slow]).catch((error: unknown) => error);
		await expect
			.poll(() =>
				ask(url, "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()"),
			)
			.toHaveLength(1);
		await ask(
			url,
			"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gemeinwerk-migrate' AND datname = current_database()",
		);
		expect(await killed).toBeInstanceOf(Error);
		expect(await migrate(url, appUrl, [first, second])).toEqual([second.name]);
		expect(await records()).toEqual([
			{ migration_name: first.name, finished: true, rolled_back: false },
			{ migration_name: second.name, finished: false, rolled_back: true },
			{ migration_name: second.name, finished: true, rolled_back: false },
		]);
	});

	it("refuses an applied migration whose file was changed", async () => {
		await migrate(url, appUrl, [first]);
		await expect(migrate(url, appUrl, [{ ...first, sql: `${first.sql}\n-- later` }])).rejects.toThrow(
			/20260101000000_first wurde geändert/,
		);
	});

	it("tells the readiness page whether all is applied", async () => {
		await migrate(url, appUrl);
		const asApp = async (sql: string) => ({ rows: await ask(appUrl, sql) });
		expect(await isMigrated(asApp)).toBe(true);
		await ask(url, 'UPDATE "_prisma_migrations" SET finished_at = NULL');
		expect(await isMigrated(asApp)).toBe(false);
	});
});
